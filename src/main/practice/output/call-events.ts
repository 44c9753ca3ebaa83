import type { ResponseRun, Steps } from './response-run'
import { allowedIn } from '../items/calls'
import type { Output } from '../script/script'
import type { WireItem } from '../session/wire'

type FunctionCall = Extract<Output, { kind: 'function-call' }>
type McpCall = Extract<Output, { kind: 'mcp-call' }>
type McpApproval = Extract<Output, { kind: 'mcp-approval-request' }>

/** Milliseconds between two pieces of a call's arguments. */
const PIECE_MS = 10

const piecesOf = (json: string): readonly string[] => json.match(/.{1,12}/gs) ?? []

/**
 * `function_call_arguments.done` is sent for interrupted calls too; only the item's status tells them apart
 * (docs/wire-facts.md, Events and objects).
 */
export function* callFunction(run: ResponseRun, call: FunctionCall, outputIndex: number): Steps {
  const callId = call.callId ?? run.context.ids.next('call')
  const item: WireItem = {
    id: run.context.ids.next('item'),
    object: 'realtime.item',
    type: 'function_call',
    status: 'in_progress',
    call_id: callId,
    name: call.name,
    arguments: '',
  }
  const record = run.openItem(item, outputIndex)
  const where = { response_id: run.id, item_id: item.id, output_index: outputIndex, call_id: callId }
  let sent = ''
  for (const delta of piecesOf(call.arguments)) {
    yield PIECE_MS
    if (run.stopped !== null) break
    sent += delta
    record.draft = sent
    run.emit({ type: 'response.function_call_arguments.delta', ...where, delta })
  }
  run.countText(sent)
  run.emit({ type: 'response.function_call_arguments.done', ...where, name: call.name, arguments: sent })
  run.closeItem(record, { ...item, arguments: sent }, outputIndex, call.status)
}

/** A script cannot know the id of what allowed it. */
function allowedBy({ context }: ResponseRun, { serverLabel, name, request }: McpCall): { readonly approval_request_id?: string } {
  const { records } = context.conversation
  const id = request ?? allowedIn(records, records).findLast((item) => item.server_label === serverLabel && item.name === name)?.id
  return id === undefined ? {} : { approval_request_id: id }
}

/** Practice calls no MCP server; a script says what the call would have brought. */
export function* callMcp(run: ResponseRun, call: McpCall, outputIndex: number): Steps {
  const id = run.context.ids.next('mcp')
  const item: WireItem = { id, type: 'mcp_call', server_label: call.serverLabel, name: call.name, arguments: '', ...allowedBy(run, call) }
  const record = run.openItem(item, outputIndex)
  const where = { response_id: run.id, item_id: id, output_index: outputIndex }
  // The obfuscation padding is optional by the official types, but the agents SDK's schema insists on it here.
  run.emit({ type: 'response.mcp_call_arguments.delta', ...where, delta: call.arguments, obfuscation: '' })
  run.emit({ type: 'response.mcp_call_arguments.done', ...where, arguments: call.arguments })
  run.emit({ type: 'response.mcp_call.in_progress', item_id: id, output_index: outputIndex })
  yield PIECE_MS
  const failed = call.error !== undefined
  run.emit({ type: failed ? 'response.mcp_call.failed' : 'response.mcp_call.completed', item_id: id, output_index: outputIndex })
  const error = failed ? { type: 'tool_execution_error', message: call.error ?? '' } : null
  run.closeItem(record, { ...item, arguments: call.arguments, output: call.output ?? null, error }, outputIndex)
}

export function* askApproval(run: ResponseRun, request: McpApproval, outputIndex: number): Steps {
  const item: WireItem = {
    id: run.context.ids.next('mcpr'),
    type: 'mcp_approval_request',
    server_label: request.serverLabel,
    name: request.name,
    arguments: request.arguments,
  }
  const record = run.openItem(item, outputIndex)
  yield PIECE_MS
  run.closeItem(record, item, outputIndex)
}
