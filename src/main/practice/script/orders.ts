import type { Output } from './script'

const ORDER = /ORDER: ([a-zA-Z0-9_-]{1,64})[ \t]*(\{[^\n]*\})?/g

/** All texts in a tool's output, which may be JSON around what somebody else wrote. */
const textsIn = (output: string): readonly string[] => {
  const texts: string[] = []
  try {
    JSON.parse(output, (_key, value: unknown) => (typeof value === 'string' ? texts.push(value) : value))
    return texts
  } catch {
    return [output]
  }
}

/** A model that behaves proves nothing about injection, so this one takes `ORDER: TOOL JSON` in a tool's output for its user's word. */
export const ordersIn = (output: string): readonly Output[] =>
  textsIn(output).flatMap((text) => [...text.matchAll(ORDER)].map(([, name = '', json = '{}']): Output => ({ kind: 'function-call', name, arguments: json })))
