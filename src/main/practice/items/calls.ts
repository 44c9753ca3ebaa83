import { errors, type ErrorBody } from '../session/errors'
import type { WireItem } from '../session/wire'
import type { ItemRecord } from './conversation'

/** Calls of functions and their outputs, joined by `call_id`. */

const has = (records: readonly ItemRecord[], type: 'function_call' | 'function_call_output', callId: string | undefined): boolean =>
  records.some(({ item }) => item.type === type && item.call_id === callId)

export const isCalled = (records: readonly ItemRecord[], callId: string): boolean => has(records, 'function_call', callId)

/** The service takes one output for each call, and none without its call. */
export const outputProblem = (records: readonly ItemRecord[], { type, call_id: callId = '' }: WireItem): ErrorBody | null => {
  if (type !== 'function_call_output') return null
  if (!isCalled(records, callId)) return errors.unknownCall(callId)
  return has(records, 'function_call_output', callId) ? errors.answeredCall(callId) : null
}

/** Whole calls that nobody has answered: a model holds them open, or makes them once more. */
export const openCallsIn = (records: readonly ItemRecord[]): readonly WireItem[] =>
  records
    .filter(({ item }) => item.type === 'function_call' && item.status === 'completed' && !has(records, 'function_call_output', item.call_id))
    .map(({ item }) => item)
