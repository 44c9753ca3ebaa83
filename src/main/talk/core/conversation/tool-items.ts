import type { CallAccount, ConversationItem, ToolCall } from '../../../../shared/conversation'
import type { ItemId } from '../../../../shared/ids'
import type { ServerItem } from '../realtime/server-event'
import { findItem, updateItem } from './items'
import { newItem } from './new-item'
import type { FoldedConversation } from './types'

const NO_CALL: ToolCall = { callId: '', name: '', arguments: '', output: null }

/** An approval request is shown as a call; it has no call id, since only its own session can answer it. */
export const isCall = (type: string): boolean => type === 'function_call' || type === 'mcp_approval_request'

/** A call that a server of the voice server's has got, whoever allowed it. */
const isHosted = (type: string): boolean => type === 'mcp_call'

export const isToolLine = (type: string): boolean => isCall(type) || isHosted(type)

const resultOf = ({ type, output, mcp }: ServerItem): string | null => (isHosted(type) ? (output ?? mcp?.error ?? null) : null)

/** What the item says, and what was known where it says nothing. */
export const callOf = (item: ServerItem, known: ToolCall = NO_CALL): ToolCall => ({
  callId: item.callId || known.callId,
  name: item.name || known.name,
  arguments: item.arguments || known.arguments,
  output: known.output ?? resultOf(item),
  ...(known.account === undefined ? {} : { account: known.account }),
})

/** What answered it, and what people are told of that where Parley did it. */
interface Answer {
  readonly output: string
  readonly account?: CallAccount
}

export const setOutput = (conversation: FoldedConversation, id: ItemId, { output, account }: Answer): FoldedConversation =>
  updateItem(conversation, id, (item) => (item.tool === undefined ? item : { ...item, tool: { ...item.tool, output, ...(account === undefined ? {} : { account }) } }))

/** What comes of a call that was asked for stands where it was asked for; null: nobody was asked. */
export function grantedCall(conversation: FoldedConversation, item: ServerItem): FoldedConversation | null {
  const request = item.mcp?.request ?? null
  if (!isHosted(item.type) || request === null || findItem(conversation, request) === null) return null
  const output = resultOf(item)
  return output === null ? conversation : setOutput(conversation, request, { output })
}

/** A call as far as it is known. A new one grows until its item is done, even where its announcement claims more. */
export const newCall = (item: ServerItem): ConversationItem => ({ ...newItem(item.id, 'assistant', 'tool'), tool: callOf(item, undefined) })

export const setAccount = (conversation: FoldedConversation, id: ItemId, account: CallAccount): FoldedConversation =>
  updateItem(conversation, id, (item) => (item.tool === undefined ? item : { ...item, tool: { ...item.tool, account } }))

/** An output is no item of its own here: it belongs to its call, the newest of that id. */
export function answerCall(conversation: FoldedConversation, { callId, output }: ServerItem): FoldedConversation {
  const call = conversation.items.findLast(({ tool }) => tool !== undefined && tool.callId !== '' && tool.callId === callId)
  if (call === undefined || output === null) return conversation
  return setOutput(conversation, call.id, { output })
}

/** The arguments come before their item is done, and where a server forgets to finish it they are all there is. */
export function setArguments(conversation: FoldedConversation, id: ItemId, args: string): FoldedConversation {
  if (args === '' || findItem(conversation, id)?.status !== 'in-progress') return conversation
  return updateItem(conversation, id, (item) => (item.tool === undefined ? item : { ...item, tool: { ...item.tool, arguments: args } }))
}
