import { say } from '../words/say'
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

/** The sentence of what is wrong; null: nothing is. */
type Fault = string | null

function textFault(title: string, text: string, { minChars, maxChars, format }: Kind<'text'>): Fault {
  const { length } = [...text]
  if (length < minChars) return say('questions.too-short', { title, least: minChars })
  if (length > maxChars) return say('questions.too-long', { title, most: maxChars })
  return format === null || FITS[format](text) ? null : say(`questions.${format}`, { title })
}

function numberFault(title: string, number: number, { whole, least, most }: Kind<'number'>): Fault {
  if (!Number.isFinite(number)) return say('questions.no-number', { title })
  if (whole && !Number.isInteger(number)) return say('questions.not-whole', { title })
  if (least !== null && number < least) return say('questions.too-small', { title, least: String(least) })
  return most !== null && number > most ? say('questions.too-large', { title, most: String(most) }) : null
}

function choicesFault(title: string, chosen: readonly string[], { options, least, most }: Kind<'choices'>): Fault {
  const isOffered = chosen.every((each) => options.some(({ value }) => value === each))
  if (!isOffered || new Set(chosen).size < chosen.length) return say('questions.not-offered', { title })
  if (chosen.length < least) return say('questions.too-few', { title, least })
  return chosen.length > most ? say('questions.too-many', { title, most }) : null
}

/** Why a server may not be given this as an answer to what it asked, as a sentence; null: it may. The page and whoever sends it ask the same. */
export function askedFault({ title, kind }: AskedField, value: AskedValue): Fault {
  switch (kind.type) {
    case 'text':
      return typeof value === 'string' ? textFault(title, value, kind) : say('questions.no-text', { title })
    case 'number':
      return typeof value === 'number' ? numberFault(title, value, kind) : say('questions.no-number', { title })
    case 'yes-no':
      return typeof value === 'boolean' ? null : say('questions.no-yes-no', { title })
    case 'choice':
      return kind.options.some((option) => option.value === value) ? null : say('questions.not-offered', { title })
    case 'choices':
      return Array.isArray(value) ? choicesFault(title, value as readonly string[], kind) : say('questions.not-offered', { title })
  }
}
