import { errors, type ErrorBody } from './errors'

/** Looks at one value at one wire path (`session.audio.input.format`); `null` means fine. */
export type Check = (value: unknown, path: string) => ErrorBody | null

export type Fields = Readonly<Record<string, unknown>>

export const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)

const wrong = (path: string, expected: string): ErrorBody => errors.invalidValue(path, `Invalid value for '${path}': expected ${expected}.`)

export const anything: Check = () => null

export const text: Check = (value, path) => (typeof value === 'string' ? null : wrong(path, 'a string'))

export const flag: Check = (value, path) => (typeof value === 'boolean' ? null : wrong(path, 'a boolean'))

export const numberIn = (least: number, most: number): Check => (value, path) =>
  typeof value === 'number' && value >= least && value <= most ? null : wrong(path, `a number from ${least} to ${most}`)

export const wholeIn = (least: number, most: number): Check => (value, path) =>
  Number.isInteger(value) ? numberIn(least, most)(value, path) : wrong(path, `a whole number from ${least} to ${most}`)

export const oneOf = (...allowed: readonly unknown[]): Check => (value, path) =>
  allowed.includes(value) ? null : wrong(path, `one of ${allowed.map((each) => `'${String(each)}'`).join(', ')}`)

export const either = (...checks: readonly Check[]): Check => (value, path) => {
  const failures = checks.map((check) => check(value, path))
  return failures.includes(null) ? null : (failures.at(-1) ?? null)
}

export const orNull = (check: Check): Check => (value, path) => (value === null ? null : check(value, path))

export const listOf = (check: Check, most = Number.MAX_SAFE_INTEGER): Check => (value, path) => {
  if (!Array.isArray(value) || value.length > most) return wrong(path, 'a list')
  return value.reduce<ErrorBody | null>((found, each, index) => found ?? check(each, `${path}[${index}]`), null)
}

/** An object with these fields and no others. */
export const shape = (fields: Readonly<Record<string, Check>>, required: readonly string[] = []): Check => (value, path) => {
  if (!isFields(value)) return wrong(path, 'an object')
  const missing = required.find((name) => value[name] === undefined)
  if (missing !== undefined) return errors.missingParameter(`${path}.${missing}`)
  return Object.entries(value).reduce<ErrorBody | null>((found, [name, each]) => {
    const check = fields[name]
    return found ?? (check === undefined ? errors.unknownParameter(`${path}.${name}`) : check(each, `${path}.${name}`))
  }, null)
}

/** A union told apart by its `type` field, which must be there. */
export const byType = (variants: Readonly<Record<string, Check>>): Check => (value, path) => {
  if (!isFields(value)) return wrong(path, 'an object')
  if (value['type'] === undefined) return errors.missingParameter(`${path}.type`)
  const check = variants[String(value['type'])]
  return check === undefined ? oneOf(...Object.keys(variants))(value['type'], `${path}.type`) : check(value, path)
}

const quoted = (names: readonly unknown[]): string => `[${names.map((each) => `'${String(each)}'`).join(', ')}]`

/** Spoken or written, one of the two: speech always brings its text along. */
export const modalities: Check = (value, path) => {
  if (!Array.isArray(value)) return wrong(path, 'a list')
  const supported = value.length === 1 && ['text', 'audio'].includes(String(value[0]))
  return supported ? null : errors.invalidValue(path, `Invalid modalities: ${quoted(value)}. Supported combinations are: ['text'] and ['audio'].`)
}

/** String pairs: at most 16, keys to 64 and values to 512 characters (reference §3.6). */
export const metadata: Check = (value, path) => {
  if (!isFields(value)) return wrong(path, 'an object of strings')
  const pairs = Object.entries(value)
  const fits = pairs.length <= 16 && pairs.every(([key, each]) => key.length <= 64 && typeof each === 'string' && each.length <= 512)
  return fits ? null : wrong(path, 'at most 16 string pairs, keys to 64 and values to 512 characters')
}
