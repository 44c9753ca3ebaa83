import type { z } from 'zod'
import { errors, type ErrorBody } from '../session/errors'
import { isFields } from '../session/fields'

type Issue = z.core.$ZodIssue

/** One thing wrong at one place. */
interface Fault {
  readonly path: readonly PropertyKey[]
  readonly unknown: boolean
  readonly message: string
  readonly whole: boolean
}

/** Of a union the last kind counts; a field that is not known is a fault at its own place. */
const faultsOf = (issue: Issue, above: readonly PropertyKey[] = []): readonly Fault[] => {
  const path = [...above, ...issue.path]
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ path: [...path, key], unknown: true, message: '', whole: false }))
  const last = issue.code === 'invalid_union' ? issue.errors.at(-1) : undefined
  if (last !== undefined) return last.flatMap((each) => faultsOf(each, path))
  return [{ path, unknown: false, message: issue.message, whole: issue.code === 'custom' && issue.params?.['whole'] === true }]
}

const inside = (value: unknown, key: PropertyKey): unknown => {
  if (Array.isArray(value)) return value[Number(key)] as unknown
  return isFields(value) && Object.hasOwn(value, key) ? value[String(key)] : undefined
}

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown => path.reduce(inside, value)

/** Where the client wrote it, step by step; what it did not write comes first. */
const placeOf = (value: unknown, path: readonly PropertyKey[]): readonly number[] =>
  path.map((key, depth) => Object.keys(Object(valueAt(value, path.slice(0, depth))) as object).indexOf(String(key)))

const before = (a: readonly number[], b: readonly number[]): boolean => {
  const differs = a.findIndex((step, depth) => step !== b[depth])
  return differs !== -1 && (a[differs] ?? -1) < (b[differs] ?? -1)
}

const named = (root: string, path: readonly PropertyKey[]): string =>
  path.reduce<string>((name, key) => (typeof key === 'number' ? `${name}[${key}]` : `${name}.${String(key)}`), root)

const errorFor = (value: unknown, root: string, { path, unknown, message, whole }: Fault): ErrorBody => {
  const param = named(root, path)
  if (unknown) return errors.unknownParameter(param)
  if (path.length > 0 && valueAt(value, path) === undefined) return errors.missingParameter(param)
  return errors.invalidValue(param, whole ? message : `Invalid value for '${param}': ${message}.`)
}

/** The first thing wrong with a value that stands at `root` of an event, in the words of the service; `null` means fine. */
export const problemOf = (schema: z.ZodType, value: unknown, root: string): ErrorBody | null => {
  const read = schema.safeParse(value)
  if (read.success) return null
  const faults = read.error.issues.flatMap((issue) => faultsOf(issue))
  const first = faults.reduce((found, each) => (before(placeOf(value, each.path), placeOf(value, found.path)) ? each : found))
  return errorFor(value, root, first)
}
