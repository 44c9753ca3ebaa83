import { askedFault } from '../../../shared/mcp/asked-value'
import type { QuestionAnswer } from '../../../shared/mcp/questions'
import type { Question } from './messages'

type Content = Extract<QuestionAnswer, { readonly action: 'accept' }>['content']

/** Whether a server may be given this: everything it must have, and nothing that it was not allowed to ask for. */
export function fitsQuestion(asks: Question, content: Content): boolean {
  const fields = asks.kind === 'form' ? asks.fields : []
  const isAsked = Object.entries(content).every(([name, value]) => fields.some((field) => field.name === name && askedFault(field, value) === null))
  return isAsked && fields.every(({ name, required }) => !required || Object.hasOwn(content, name))
}
