import type { ClientEvent } from './client-event'
import type { ErrorBody } from './errors'
import { isFields, type Fields } from './fields'
import { isCalled } from '../items/calls'
import type { Violation } from './observer'
import type { SessionContext } from './session-context'

const outputIn = ({ type, fields: { item } }: ClientEvent): Fields | null =>
  type === 'conversation.item.create' && isFields(item) && item['type'] === 'function_call_output' ? item : null

const outputViolation = ({ active, conversation }: SessionContext, output: Fields, problem: ErrorBody | null): Violation | null => {
  const about = String(output['call_id'])
  if (problem === null) return active?.hasCalled(about) === true ? { rule: 'output-early', about } : null
  if (problem.code !== 'invalid_tool_call_id') return null
  return { rule: isCalled(conversation.records, about) ? 'output-twice' : 'output-unknown-call', about }
}

/** Behind what became of an event; `problem` is the refusal it met. */
export const violationIn = (context: SessionContext, event: ClientEvent, problem: ErrorBody | null): Violation | null => {
  const output = outputIn(event)
  if (output !== null) return outputViolation(context, output, problem)
  if (/^(session|response)\.tools\b/.test(problem?.param ?? '')) return { rule: 'bad-tool', about: String(problem?.param) }
  const isSecond = problem?.code === 'conversation_already_has_active_response' && context.active?.request.askedBy === 'client'
  return isSecond ? { rule: 'second-response', about: String(context.active?.id) } : null
}
