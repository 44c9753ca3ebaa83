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

const isResponse = (item: WireItem): boolean => item.type === 'mcp_approval_response'

/** Only what was asked for can be allowed or refused, and once. */
export const approvalProblem = (records: readonly ItemRecord[], item: WireItem): ErrorBody | null => {
  if (!isResponse(item)) return null
  const request = item.approval_request_id ?? ''
  if (!records.some((record) => record.item.type === 'mcp_approval_request' && record.item.id === request)) return errors.unknownApproval(request)
  return records.some((record) => isResponse(record.item) && record.item.approval_request_id === request) ? errors.answeredApproval(request) : null
}

/** What was asked for, and has been allowed in these. */
export const allowedIn = (heard: readonly ItemRecord[], read: readonly ItemRecord[]): readonly WireItem[] =>
  heard.filter(({ item }) => isResponse(item) && item.approve === true).flatMap(({ item }) => read.filter((record) => record.item.id === item.approval_request_id).map((record) => record.item))
