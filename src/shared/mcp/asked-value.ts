import type { AskedField, AskedValue } from './questions'

type Kind<Type extends AskedField['kind']['type']> = Extract<AskedField['kind'], { readonly type: Type }>
type Format = NonNullable<Kind<'text'>['format']>

const EMAIL = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/
const DATE = /^\d{4}-\d{2}-\d{2}$/
const TIME = /^T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/

/** The 30th of February is none. */
const isDate = (text: string): boolean => DATE.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true

const FITS: Readonly<Record<Format, (text: string) => boolean>> = {
  email: (text) => EMAIL.test(text),
  uri: (text) => URL.canParse(text) && !/\s/.test(text),
  date: isDate,
  'date-time': (text) => isDate(text.slice(0, 10)) && TIME.test(text.slice(10)),
}

const MUST_BE: Readonly<Record<Format, string>> = {
  email: 'must be a mail address, such as anna@example.org',
  uri: 'must be an address, such as https://example.org',
  date: 'must be a day, such as 2026-11-30',
  'date-time': 'must be a day and a time, such as 2026-11-30T16:05:00Z',
}

const counted = (count: number, one: string): string => `${String(count)} ${one}${count === 1 ? '' : 's'}`

function textFault(text: string, { minChars, maxChars, format }: Kind<'text'>): string | null {
  const { length } = [...text]
  if (length < minChars) return `needs at least ${counted(minChars, 'character')}`
  if (length > maxChars) return `may have at most ${counted(maxChars, 'character')}`
  return format === null || FITS[format](text) ? null : MUST_BE[format]
}

function numberFault(number: number, { whole, least, most }: Kind<'number'>): string | null {
  if (!Number.isFinite(number)) return 'must be a number'
  if (whole && !Number.isInteger(number)) return 'must be a whole number'
  if (least !== null && number < least) return `must be at least ${String(least)}`
  return most !== null && number > most ? `must be at most ${String(most)}` : null
}

function choicesFault(chosen: readonly string[], { options, least, most }: Kind<'choices'>): string | null {
  const isOffered = chosen.every((each) => options.some(({ value }) => value === each))
  if (!isOffered || new Set(chosen).size < chosen.length) return 'must be of what is offered'
  if (chosen.length < least) return `needs at least ${String(least)} of them`
  return chosen.length > most ? `may be at most ${String(most)} of them` : null
}

function faultOf({ kind }: AskedField, value: AskedValue): string | null {
  switch (kind.type) {
    case 'text':
      return typeof value === 'string' ? textFault(value, kind) : 'must be a text'
    case 'number':
      return typeof value === 'number' ? numberFault(value, kind) : 'must be a number'
    case 'yes-no':
      return typeof value === 'boolean' ? null : 'must be yes or no'
    case 'choice':
      return kind.options.some((option) => option.value === value) ? null : 'must be of what is offered'
    case 'choices':
      return Array.isArray(value) ? choicesFault(value as readonly string[], kind) : 'must be of what is offered'
  }
}

/** Why a server may not be given this as an answer to what it asked, as a sentence; null: it may. The page and whoever sends it ask the same. */
export function askedFault(field: AskedField, value: AskedValue): string | null {
  const fault = faultOf(field, value)
  return fault === null ? null : `“${field.title}” ${fault}.`
}
