import type { AskedField } from '../../../../../shared/mcp/servers'
import { err, ok, type Result } from '../../../../../shared/result'

export type Typed = Readonly<Record<string, string | boolean>>
type Content = Readonly<Record<string, string | number | boolean>>

const TRUE_NUMBER = /^[+-]?(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d+)?$/i

function answerOf({ title, required, kind }: AskedField, typed: string | boolean | undefined): Result<string | number | boolean | null, string> {
  if (kind.type === 'yes-no') return ok(typed === true)
  const text = typeof typed === 'string' ? typed.trim() : ''
  if (text === '') return required ? err(`“${title}” is still empty.`) : ok(null)
  if (kind.type !== 'number') return ok(typeof typed === 'string' ? typed : text)
  const number = TRUE_NUMBER.test(text) ? Number(text.replace(',', '.')) : Number.NaN
  if (!Number.isFinite(number)) return err(`“${title}” must be a number.`)
  return kind.whole && !Number.isInteger(number) ? err(`“${title}” must be a whole number.`) : ok(number)
}

/** What is sent; the first thing that is missing or does not fit, as a sentence. What was left empty is not sent. */
export function answersOf(fields: readonly AskedField[], typed: Typed): Result<Content, string> {
  const answers = fields.map((field) => [field.name, answerOf(field, Object.hasOwn(typed, field.name) ? typed[field.name] : undefined)] as const)
  for (const [, answer] of answers) if (!answer.ok) return answer
  return ok(Object.fromEntries(answers.flatMap(([name, answer]) => (answer.ok && answer.value !== null ? [[name, answer.value]] : []))))
}
