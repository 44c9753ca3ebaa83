import { askedFault } from '../../../../../shared/mcp/asked-value'
import type { AskedField, AskedValue } from '../../../../../shared/mcp/questions'
import { err, ok, type Result } from '../../../../../shared/result'
import { say } from '../../../../../shared/words/say'

/** As it stands in the control of a field. */
export type TypedValue = string | boolean | readonly string[]
export type Typed = Readonly<Record<string, TypedValue>>

type Content = Readonly<Record<string, AskedValue>>

/** What is missing or does not fit, as a sentence, and at which field. */
export interface Misfit {
  readonly field: string
  readonly words: string
}

const TRUE_NUMBER = /^[+-]?(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d+)?$/i
/** As a control for a day and a time has it: by this computer's clock. */
const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/

const numberOf = (text: string): number => (TRUE_NUMBER.test(text) ? Number(text.replace(',', '.')) : Number.NaN)
const timeOf = (text: string): string => (LOCAL.test(text) ? new Date(text).toJSON() : text)

/** What a text is meant to be. Blanks around what has a form mean nothing. */
function meant({ kind }: AskedField, typed: string): AskedValue {
  if (kind.type === 'number') return numberOf(typed.trim())
  if (kind.type !== 'text' || kind.format === null) return typed
  return kind.format === 'date-time' ? timeOf(typed.trim()) : typed.trim()
}

/** Null: it was left empty, and need not be there. */
function valueOf(field: AskedField, typed: TypedValue | undefined): AskedValue | null {
  switch (field.kind.type) {
    case 'yes-no':
      return typed === true
    case 'choices': {
      const chosen = Array.isArray(typed) ? (typed as readonly string[]) : []
      return chosen.length === 0 && !field.required ? null : chosen
    }
    default:
      return typeof typed === 'string' && typed.trim() !== '' ? meant(field, typed) : null
  }
}

function answerOf(field: AskedField, typed: TypedValue | undefined): Result<AskedValue | null, string> {
  const value = valueOf(field, typed)
  if (value === null) return field.required ? err(say('questions.missing', { title: field.title })) : ok(null)
  const fault = askedFault(field, value)
  return fault === null ? ok(value) : err(fault)
}

/** What is sent, or the first thing that is in the way. What was left empty is not sent. */
export function answersOf(fields: readonly AskedField[], typed: Typed): Result<Content, Misfit> {
  const answers = fields.map((field) => [field.name, answerOf(field, Object.hasOwn(typed, field.name) ? typed[field.name] : undefined)] as const)
  for (const [field, answer] of answers) if (!answer.ok) return err({ field, words: answer.error })
  return ok(Object.fromEntries(answers.flatMap(([name, answer]) => (answer.ok && answer.value !== null ? [[name, answer.value]] : []))))
}
