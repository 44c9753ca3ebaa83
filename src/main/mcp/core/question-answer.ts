import type { AskedField, QuestionAnswer } from '../../../shared/mcp/servers'
import type { Question } from './messages'

type Content = Extract<QuestionAnswer, { readonly action: 'accept' }>['content']

/** Whether a server may be given this: everything it must have, and nothing that it was not allowed to ask for. */
export function fitsQuestion(asks: Question, content: Content): boolean {
  const fields = asks.kind === 'form' ? asks.fields : []
  const isAsked = Object.entries(content).every(([name, value]) => fields.some((field) => field.name === name && fitsField(field, value)))
  return isAsked && fields.every(({ name, required }) => !required || Object.hasOwn(content, name))
}

function fitsField({ kind }: AskedField, value: string | number | boolean): boolean {
  switch (kind.type) {
    case 'text':
      return typeof value === 'string' && [...value].length <= kind.maxChars
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) && (!kind.whole || Number.isInteger(value))
    case 'yes-no':
      return typeof value === 'boolean'
    case 'choice':
      return kind.options.some((option) => option.value === value)
  }
}
