import type { Output } from './script'

const ORDER = /ORDER: ([a-zA-Z0-9_-]{1,64})[ \t]*(\{[^\n]*\})?/g

/** JSON in JSON in JSON: no tool needs more, and no client shall keep us busy. */
const DEEPEST = 3

const stringsIn = (json: string): readonly string[] | null => {
  const strings: string[] = []
  try {
    JSON.parse(json, (_key, value: unknown) => (typeof value === 'string' ? strings.push(value) : value))
    return strings
  } catch {
    return null
  }
}

/** All texts in a tool's output, however it is wrapped around what somebody else wrote: models read through that. */
const textsIn = (output: string, depth = 0): readonly string[] => {
  const strings = depth < DEEPEST ? stringsIn(output) : null
  return strings === null ? [output] : strings.flatMap((each) => textsIn(each, depth + 1))
}

/** A model that behaves proves nothing about injection, so this one takes `ORDER: TOOL JSON` in a tool's output for its user's word. */
export const ordersIn = (output: string): readonly Output[] =>
  textsIn(output).flatMap((text) => [...text.matchAll(ORDER)].map(([, name = '', json = '{}']): Output => ({ kind: 'function-call', name, arguments: json })))
