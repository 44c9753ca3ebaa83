import type { Json, JsonObject } from '../../tools/core/tool'
import { canonical, isObject } from './walk'

const MAX_DEPTH = 24
const MAX_STEPS = 20_000
const CHARS_A_STEP = 1_000

interface Check {
  readonly root: JsonObject
  steps: number
}

/**
 * Whether arguments are as a schema wants them; if not, why, in words. Bounded in depth and steps, and it runs no pattern: a schema is a
 * stranger's. What it does not know it lets pass, since the server checks again.
 */
export function schemaFault(schema: JsonObject, value: Json): string | null {
  return faultOf(schema, value, '', MAX_DEPTH, { root: schema, steps: MAX_STEPS })
}

const named = (path: string): string => (path === '' ? 'The arguments' : `“${path}”`)
const inside = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`)

function faultOf(schema: Json, value: Json, path: string, depth: number, check: Check): string | null {
  check.steps -= 1
  if (depth < 0 || check.steps < 0) return 'The arguments are too complicated to be checked.'
  if (schema === false) return `${named(path)} must not be there.`
  if (!isObject(schema)) return null
  const rules = [refFault, typeFault, valueFault, sizeFault, objectFault, arrayFault, choiceFault]
  for (const rule of rules) {
    const fault = rule(schema, value, path, depth, check)
    if (fault !== null) return fault
  }
  return null
}

function refFault({ $ref }: JsonObject, value: Json, path: string, depth: number, check: Check): string | null {
  if (typeof $ref !== 'string') return null
  const target = referred(check.root, $ref)
  return target === null ? null : faultOf(target, value, path, depth - 1, check)
}

function referred(root: JsonObject, ref: string): Json {
  let found: Json = root
  for (const part of ref.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~')
    if (!isObject(found) || !Object.hasOwn(found, name)) return null
    found = found[name] ?? null
  }
  return found
}

function isOfType(type: Json, value: Json): boolean {
  switch (type) {
    case 'object':
      return isObject(value)
    case 'array':
      return Array.isArray(value)
    case 'integer':
      return typeof value === 'number' && Number.isInteger(value)
    case 'null':
      return value === null
    case 'string':
    case 'number':
    case 'boolean':
      return typeof value === type
    default:
      return true
  }
}

const A: Readonly<Record<string, string>> = {
  object: 'an object', array: 'a list', string: 'a text', number: 'a number', integer: 'a whole number', boolean: 'true or false', null: 'null',
}

function typeFault({ type, nullable }: JsonObject, value: Json, path: string): string | null {
  if (type === undefined || (nullable === true && value === null)) return null
  const types: readonly Json[] = Array.isArray(type) ? type : [type]
  if (types.some((each) => isOfType(each, value))) return null
  return `${named(path)} must be ${types.map((each) => A[String(each)] ?? 'something else').join(' or ')}.`
}

/** Comparing takes its time, and one list can be compared from many places: it is paid for by what is read. */
function valueFault(schema: JsonObject, value: Json, path: string, _depth: number, check: Check): string | null {
  const { enum: values, const: only } = schema
  if (!Array.isArray(values) && only === undefined) return null
  const given = canonical(value)
  const isOne = (each: Json): boolean => {
    const wanted = canonical(each)
    check.steps -= 1 + wanted.length / CHARS_A_STEP
    return wanted === given
  }
  check.steps -= given.length / CHARS_A_STEP
  if (Array.isArray(values) && !values.some((each: Json) => isOne(each))) return `${named(path)} must be one of ${JSON.stringify(values).slice(0, 200)}.`
  return only !== undefined && !isOne(only) ? `${named(path)} must be ${JSON.stringify(only).slice(0, 200)}.` : null
}

function sizeFault(schema: JsonObject, value: Json, path: string, _depth: number, check: Check): string | null {
  if (typeof value === 'string') check.steps -= value.length / CHARS_A_STEP
  const size = typeof value === 'string' ? [...value].length : Array.isArray(value) ? value.length : null
  const [least, most] = typeof value === 'string' ? [schema['minLength'], schema['maxLength']] : [schema['minItems'], schema['maxItems']]
  if (size !== null && typeof least === 'number' && size < least) return `${named(path)} is too short.`
  if (size !== null && typeof most === 'number' && size > most) return `${named(path)} is too long.`
  return typeof value === 'number' ? numberFault(schema, value, path) : null
}

function numberFault({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: JsonObject, value: number, path: string): string | null {
  const isTooSmall = (typeof minimum === 'number' && value < minimum) || (typeof exclusiveMinimum === 'number' && value <= exclusiveMinimum)
  const isTooLarge = (typeof maximum === 'number' && value > maximum) || (typeof exclusiveMaximum === 'number' && value >= exclusiveMaximum)
  if (isTooSmall) return `${named(path)} is too small.`
  return isTooLarge ? `${named(path)} is too large.` : null
}

function objectFault(schema: JsonObject, value: Json, path: string, depth: number, check: Check): string | null {
  if (!isObject(value)) return null
  const { required, additionalProperties: others } = schema
  const known = isObject(schema['properties']) ? schema['properties'] : {}
  const missing = Array.isArray(required) ? required.find((name: Json) => typeof name === 'string' && !Object.hasOwn(value, name)) : undefined
  if (missing !== undefined) return `${named(inside(path, String(missing)))} is missing.`
  for (const [name, each] of Object.entries(value)) {
    const isKnown = Object.hasOwn(known, name)
    if (!isKnown && others === false) return `${named(inside(path, name.slice(0, 64)))} is not one of the arguments.`
    const fault = faultOf((isKnown ? known[name] : others) ?? true, each, inside(path, name), depth - 1, check)
    if (fault !== null) return fault
  }
  return null
}

function arrayFault({ items, prefixItems }: JsonObject, value: Json, path: string, depth: number, check: Check): string | null {
  if (!Array.isArray(value)) return null
  const first: readonly Json[] = Array.isArray(prefixItems) ? prefixItems : []
  for (const [place, each] of value.entries()) {
    const fault = faultOf(first[place] ?? items ?? true, each as Json, inside(path, String(place)), depth - 1, check)
    if (fault !== null) return fault
  }
  return null
}

function choiceFault({ allOf, anyOf, oneOf }: JsonObject, value: Json, path: string, depth: number, check: Check): string | null {
  const fault = (each: Json) => faultOf(each, value, path, depth - 1, check)
  if (Array.isArray(allOf)) {
    const found = allOf.map((each: Json) => fault(each)).find((each) => each !== null)
    if (found !== undefined) return found
  }
  for (const choices of [anyOf, oneOf]) {
    if (Array.isArray(choices) && choices.length > 0 && choices.every((each: Json) => fault(each) !== null)) return `${named(path)} fits none of what it may be.`
  }
  return null
}
