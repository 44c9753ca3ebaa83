import { say } from '../../../shared/words/say'
/** What only the model reads. */
const FOR_THE_MODEL = new Set(['retry'])

const STEP = '  '

export function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const SHORT = new Set(['url', 'id'])

/** "due_at" as "Due at" */
export const nameWords = (name: string): string => {
  const plain = name.replaceAll('_', ' ').trim()
  return SHORT.has(plain) ? plain.toUpperCase() : plain.charAt(0).toUpperCase() + plain.slice(1)
}

function bare(value: unknown): string | null {
  if (value === null) return say('common.none')
  if (typeof value === 'boolean') return say(value ? 'common.yes' : 'common.no')
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' ? value : null
}

const entriesOf = (value: object): readonly (readonly [name: string | null, value: unknown])[] =>
  Array.isArray(value) ? value.map((each: unknown) => [null, each] as const) : Object.entries(value).filter(([name]) => !FOR_THE_MODEL.has(name))

function linesOf(value: unknown, indent: string): readonly string[] {
  const plain = bare(value)
  if (plain !== null) return plain.split('\n').map((line) => indent + line)
  return entriesOf(Object(value)).flatMap(([name, each]) => {
    const said = bare(each)
    const before = name === null ? '– ' : `${nameWords(name)}: `
    if (said !== null && !said.includes('\n')) return [`${indent}${before}${said}`]
    const below = linesOf(each, indent + STEP)
    if (name === null && below.length > 0) return [`${indent}– ${(below[0] ?? '').trimStart()}`, ...below.slice(1)]
    return below.length === 0 ? [`${indent}${before}${say('common.none')}`] : [`${indent}${before}`.trimEnd(), ...below]
  })
}

/** A value of JSON as a person reads it: a line for each part of it. */
export const valueWords = (value: unknown): string => linesOf(value, '').join('\n')

/** The same of a text; what is no JSON stands as it came. */
export function jsonWords(text: string): string {
  const value = parsed(text)
  return value === undefined ? text : valueWords(value)
}
