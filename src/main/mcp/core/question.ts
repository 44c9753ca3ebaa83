import type { AskedField } from '../../../shared/mcp/questions'
import { firstCharacters } from '../../../shared/text/characters'
import { plainLine } from '../../../shared/text/plain-line'
import { plainText } from '../../../shared/text/plain-text'
import type { Json, JsonObject } from '../../tools/core/tool'
import type { Question } from './messages'
import { isObject } from './walk'

const MAX_FIELDS = 16
const MAX_TITLE_CHARS = 200
const MAX_DESCRIPTION_CHARS = 1_000
const MAX_MESSAGE_CHARS = 2_000
const MAX_TEXT_CHARS = 10_000
const MAX_OPTIONS = 64

/** Nothing a person should ever type for a server: a form is how secrets are stolen. A guess, by the words that are used most. */
const SECRET =
  /pass[\s_-]?(?:word|code|phrase)|passwor[td]|passwort|kennwort|mot[\s_-]de[\s_-]passe|contrase|token|secret|credential|api[\s_-]?key|private[\s_-]?key|access[\s_-]?key|seed[\s_-]?phrase|recovery[\s_-]?(?:code|phrase|key)|mnemonic|\bpin\b|\bpuk\b|\btan\b|\botp\b|\b2fa\b|one[\s_-]?time|verification[\s_-]?code|security[\s_-]?code|\bcvv\b|\bcvc\b|card[\s_-]?(?:number|no\b)|credit[\s_-]?card|kreditkarte|\biban\b|\bssn\b|social[\s_-]?security/i

/** A longer word of two alphabets: whoever asks in letters that only look like others hides what is asked for. (A short one is a unit: µm.) */
const DISGUISED = /(?<!\p{L})(?=\p{L}*\p{Script=Latin})(?=\p{L}*[\p{Script=Cyrillic}\p{Script=Greek}])\p{L}{4,}/u

function looksSecret(text: string): boolean {
  const plain = plainLine(text).normalize('NFKC')
  return DISGUISED.test(plain) || SECRET.test(plain.replace(/([a-z])([A-Z])/g, '$1 $2'))
}

const shown = (value: Json | undefined, limit: number): string => (typeof value === 'string' ? firstCharacters(plainLine(value).trim(), limit) : '')

export const questionMessage = (message: unknown): string => (typeof message === 'string' ? firstCharacters(plainText(message).trim(), MAX_MESSAGE_CHARS) : '')

/**
 * The form that a server asks a person to fill in. A field that looks like a secret, or that cannot be asked for here, is left out, so
 * that nobody fills it in; null: it must be there, or nothing is left.
 */
export function formOf(message: string, schema: unknown): Question | null {
  if (looksSecret(message) || !isObject(schema) || !isObject(schema['properties'])) return null
  const required: readonly Json[] = Array.isArray(schema['required']) ? schema['required'] : []
  const entries = Object.entries(schema['properties'])
  if (entries.length > MAX_FIELDS) return null
  const fields = entries.map(([name, field]) => fieldOf(name, field, required.includes(name)))
  const isWhole = entries.every(([name], place) => fields[place] !== null || !required.includes(name))
  const kept = fields.filter((field) => field !== null)
  return isWhole && (kept.length > 0 || entries.length === 0) ? { kind: 'form', fields: kept } : null
}

function fieldOf(name: string, field: Json, required: boolean): AskedField | null {
  if (!isObject(field) || name === '' || name.length > 256 || plainLine(name) !== name) return null
  const title = shown(field['title'], MAX_TITLE_CHARS)
  const description = shown(field['description'], MAX_DESCRIPTION_CHARS)
  const kind = kindOf(field)
  const isSecret = [name, title, description].some(looksSecret) || field['format'] === 'password' || field['writeOnly'] === true
  return kind === null || isSecret ? null : { name, title: title === '' ? firstCharacters(name, MAX_TITLE_CHARS) : title, description, required, kind }
}

type Options = readonly { readonly value: string; readonly title: string }[]

const constants = (given: Json | undefined): Options | null =>
  Array.isArray(given) ? given.flatMap((each: Json) => (isObject(each) ? optionOf(each['const'] ?? null, each['title']) : [])) : null

const isOffer = ({ length }: Options): boolean => length > 0 && length <= MAX_OPTIONS

/** Of a choice of one; null: it is none. */
function optionsOf(field: JsonObject): Options | null {
  const { enum: values, enumNames: names, oneOf } = field
  if (Array.isArray(values)) return values.flatMap((value: Json, place: number) => optionOf(value, Array.isArray(names) ? (names[place] as Json) : undefined))
  return constants(oneOf)
}

function kindOf(field: JsonObject): AskedField['kind'] | null {
  const options = optionsOf(field)
  if (options !== null) return isOffer(options) ? { type: 'choice', options } : null
  switch (field['type']) {
    case 'string':
      return textOf(field)
    case 'number':
    case 'integer':
      return numberOf(field)
    case 'boolean':
      return { type: 'yes-no' }
    case 'array':
      return choicesOf(field)
    default:
      return null
  }
}

const FORMATS = ['email', 'uri', 'date', 'date-time'] as const

const countOf = (value: Json | undefined, otherwise: number): number => (typeof value === 'number' && value >= 0 ? Math.min(Math.floor(value), MAX_TEXT_CHARS) : otherwise)
const numberAt = (value: Json | undefined): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null)

/** Null, here and below: nothing that a person enters could fit. */
function textOf(field: JsonObject): AskedField['kind'] | null {
  const [minChars, maxChars] = [countOf(field['minLength'], 0), countOf(field['maxLength'], MAX_TEXT_CHARS)]
  const format = FORMATS.find((each) => each === field['format']) ?? null
  return minChars > maxChars || maxChars === 0 ? null : { type: 'text', minChars, maxChars, format }
}

function numberOf(field: JsonObject): AskedField['kind'] | null {
  const [least, most] = [numberAt(field['minimum']), numberAt(field['maximum'])]
  return least !== null && most !== null && least > most ? null : { type: 'number', whole: field['type'] === 'integer', least, most }
}

function choicesOf({ items, minItems, maxItems }: JsonObject): AskedField['kind'] | null {
  const options = isObject(items) ? (optionsOf(items) ?? constants(items['anyOf'])) : null
  if (options === null || !isOffer(options)) return null
  const [least, most] = [countOf(minItems, 0), Math.min(countOf(maxItems, MAX_OPTIONS), options.length)]
  return least > most || most === 0 ? null : { type: 'choices', options, least, most }
}

function optionOf(value: Json, title: Json | undefined): Options {
  if (typeof value !== 'string' || value.length > 500) return []
  const words = shown(title, MAX_TITLE_CHARS)
  return [{ value, title: words === '' ? shown(value, MAX_TITLE_CHARS) : words }]
}
