import { firstCharacters } from '../../../shared/text/characters'
import { plainText } from '../../../shared/text/plain-text'
import type { Json, JsonObject } from '../../tools/core/tool'
import { isObject } from './walk'

const MAX_DEPTH = 12
const MAX_PARTS = 2_000
const MAX_TEXT_CHARS = 1_024

/** What a model reads of a schema, and what is checked. The rest (`$schema`, `$id`, addresses of other schemas) is no help to it. */
const WORDS = new Set([
  'type', 'properties', 'required', 'items', 'prefixItems', 'enum', 'const', 'title', 'description', 'default', 'examples', 'format', 'minimum', 'maximum',
  'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'minLength', 'maxLength', 'minItems', 'maxItems', 'uniqueItems', 'additionalProperties', 'anyOf',
  'oneOf', 'allOf', '$ref', '$defs', 'definitions', 'nullable',
])
/** Their names are a server's own. */
const MAPS = new Set(['properties', '$defs', 'definitions'])
const LISTS = new Set(['anyOf', 'oneOf', 'allOf', 'prefixItems'])
const SCHEMAS = new Set(['items', 'additionalProperties'])
const VALUES = new Set(['enum', 'const', 'default', 'examples'])

const cleanText = (text: string): string => firstCharacters(plainText(text), MAX_TEXT_CHARS)

class Malformed extends Error {}

interface Budget {
  parts: number
}

/** Every server wants it there. */
const propertiesOf = ({ properties }: JsonObject, budget: Budget): JsonObject => (properties === undefined ? {} : cleanMap(properties, MAX_DEPTH - 1, budget))

/** The schema of a tool's arguments without what is not seen and what nobody needs; null: it is none, or larger than anybody would read. */
export function cleanSchema(given: unknown): JsonObject | null {
  if (!isObject(given) || (given['type'] !== undefined && given['type'] !== 'object')) return null
  try {
    const budget = { parts: MAX_PARTS }
    return { ...cleanPart(given, MAX_DEPTH, budget), type: 'object', properties: propertiesOf(given, budget) }
  } catch (cause) {
    if (cause instanceof Malformed) return null
    throw cause
  }
}

function spend(depth: number, budget: Budget): void {
  budget.parts -= 1
  if (depth < 0 || budget.parts < 0) throw new Malformed()
}

function cleanPart(schema: Json, depth: number, budget: Budget): JsonObject {
  spend(depth, budget)
  if (!isObject(schema)) throw new Malformed()
  const kept = Object.entries(schema).filter(([word]) => WORDS.has(word))
  return Object.fromEntries(kept.map(([word, value]) => [word, cleanWord(word, value, depth - 1, budget)]))
}

function cleanWord(word: string, value: Json, depth: number, budget: Budget): Json {
  if (MAPS.has(word)) return cleanMap(value, depth, budget)
  if (LISTS.has(word)) return cleanList(value, (each) => cleanPart(each, depth, budget))
  if (SCHEMAS.has(word)) return typeof value === 'boolean' ? value : cleanPart(value, depth, budget)
  if (VALUES.has(word)) return cleanValue(value, depth, budget)
  return cleanFact(word, value)
}

function cleanMap(value: Json, depth: number, budget: Budget): JsonObject {
  if (!isObject(value)) throw new Malformed()
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [checkedName(name), cleanPart(each === true ? {} : each, depth, budget)]))
}

/** A name is what is sent: it cannot be cleaned without being another one. */
function checkedName(name: string): string {
  if (name === '' || name.length > 128 || plainText(name) !== name) throw new Malformed()
  return name
}

function cleanList(value: Json, clean: (each: Json) => Json): Json {
  if (!Array.isArray(value)) throw new Malformed()
  return value.map((each: Json) => clean(each))
}

function cleanValue(value: Json, depth: number, budget: Budget): Json {
  spend(depth, budget)
  if (typeof value === 'string') return cleanText(value)
  if (Array.isArray(value)) return value.map((each: Json) => cleanValue(each, depth - 1, budget))
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [checkedName(name), cleanValue(each, depth - 1, budget)]))
}

const TYPES = new Set(['object', 'array', 'string', 'number', 'integer', 'boolean', 'null'])
const isType = (value: Json): boolean => typeof value === 'string' && TYPES.has(value)
const isName = (value: Json): boolean => typeof value === 'string' && value.length <= 128

function cleanFact(word: string, value: Json): Json {
  if (!isFact(word, value)) throw new Malformed()
  return typeof value === 'string' ? cleanText(value) : value
}

function isFact(word: string, value: Json): boolean {
  switch (word) {
    case 'type':
      return Array.isArray(value) ? value.length <= TYPES.size && value.every(isType) : isType(value)
    case 'required':
      return Array.isArray(value) && value.length <= MAX_PARTS && value.every(isName)
    case '$ref':
      return typeof value === 'string' && value.startsWith('#')
    case 'title':
    case 'description':
    case 'format':
      return typeof value === 'string'
    case 'uniqueItems':
    case 'nullable':
      return typeof value === 'boolean'
    default:
      return typeof value === 'number'
  }
}
