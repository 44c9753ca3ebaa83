import type { ConversationItem, ItemStatus } from '../../../../shared/conversation'
import type { ItemId } from '../../../../shared/ids'
import { isInterrupted } from '../realtime/answer-end'
import type { ServerItem, ServerResponse } from '../realtime/server-event'
import { findItem, placeItem, updateItem } from './items'
import { newItem } from './new-item'
import { type AnswerWords, textOf, wordsFrom } from './part-words'
import { answerCall, callOf, grantedCall, isToolLine, newCall } from './tool-items'
import type { FoldedConversation } from './types'

type Role = ConversationItem['role']
type Kind = ConversationItem['kind']

/** Instructions are no bubbles, nor are lists of tools (MCP). */
function shownRole({ type, role }: ServerItem): Role | null {
  if (isToolLine(type)) return 'assistant'
  return type !== 'message' || role === 'system' ? null : role
}

export function addServerItem(conversation: FoldedConversation, item: ServerItem, previous: ItemId | null): FoldedConversation {
  if (item.type === 'function_call_output') return answerCall(conversation, item)
  const granted = grantedCall(conversation, item)
  if (granted !== null) return granted
  const role = shownRole(item)
  return role === null ? conversation : placeItem(conversation, fromServer(item, role), previous)
}

const endStatus = ({ status }: Pick<ServerItem, 'status'>): ItemStatus => (status === 'incomplete' ? 'interrupted' : 'done')

/** An item with words is complete; without, its words are still to come. */
function fromServer(item: ServerItem, role: Role): ConversationItem {
  if (isToolLine(item.type)) return newCall(item)
  const kind: Kind = item.speech === false ? 'text' : 'speech'
  const complete = item.text !== '' && item.status !== 'in_progress'
  return { ...newItem(item.id, role, kind), text: item.text, status: complete ? endStatus(item) : 'in-progress' }
}

/** The end of an answer may come before its last words: what only adds to them is taken. */
export const longer = (item: ConversationItem, text: string): ConversationItem =>
  item.status === 'done' && item.role === 'assistant' && item.kind !== 'tool' && text.length > item.text.length && text.startsWith(item.text) ? { ...item, text } : item

/** An answer of which nothing was heard, and which was cut for it. */
const isUnheard = ({ role, kind, status, heardChars }: ConversationItem): boolean =>
  role === 'assistant' && kind !== 'tool' && status === 'interrupted' && heardChars === 0

/** The end of an item. A person's speech stays in progress until it is transcribed. */
export const finishServerItem = (conversation: FoldedConversation, done: ServerItem): FoldedConversation =>
  updateItem(conversation, done.id, (item) => {
    const { text, status } = done
    if (status === 'in_progress') return item
    if (isUnheard(item)) return text.length > item.text.length ? { ...item, text } : item
    if (item.status !== 'in-progress') return longer(item, text)
    if (item.kind === 'tool') return { ...item, tool: callOf(done, item.tool), status: endStatus(done) }
    if (item.role === 'user' && item.kind === 'speech' && text === '') return item
    return { ...item, text: text === '' ? item.text : text, status: endStatus(done) }
  })

/** A response that is over leaves nothing in progress, even where a server forgets to finish its items. */
export const finishResponse = (conversation: FoldedConversation, response: ServerResponse): FoldedConversation =>
  response.output.reduce(
    (all, { id }) => updateItem(all, id, (item) => endedEarly(item.status === 'in-progress' ? { ...item, status: responseEnd(response) } : item, response)),
    conversation,
  )

/** Why it is shorter than it was meant to be. What the person cut themselves says so by itself. */
function endedEarly(item: ConversationItem, response: ServerResponse): ConversationItem {
  const isShort = response.status === 'failed' || (response.status === 'incomplete' && !isInterrupted(response))
  if (!isShort || item.role === 'user' || item.kind === 'tool' || item.heardChars !== null) return item
  return { ...item, ended: response.reason === 'max_output_tokens' ? 'length' : 'server' }
}

function responseEnd({ status }: ServerResponse): ItemStatus {
  if (status === 'failed') return 'failed'
  return status === 'cancelled' ? 'interrupted' : 'done'
}

const takesWords = (item: ConversationItem): boolean => item.status === 'in-progress' || isUnheard(item)

/** More words. An item that was cut off takes no more: what was heard has been measured against what it said then; nothing stays nothing. */
export function append(conversation: FoldedConversation, id: ItemId, role: Role, kind: Kind, delta: string): FoldedConversation {
  const all = findItem(conversation, id) === null ? placeItem(conversation, newItem(id, role, kind), null) : conversation
  return updateItem(all, id, (item) => (takesWords(item) ? { ...item, kind, text: item.text + delta } : item))
}

/** Answers that grow at once. One that was left for so many others goes on from the text it has. */
const MOST_AT_ONCE = 8

/** An answer says more, in one of its parts. What is complete, or was cut off, takes no more. */
export function say(conversation: FoldedConversation, id: ItemId, kind: Kind, change: (words: AnswerWords) => AnswerWords): FoldedConversation {
  const all = append(conversation, id, 'assistant', kind, '')
  const item = findItem(all, id)
  if (item === null || !takesWords(item)) return all
  const known = all.words?.get(id) ?? wordsFrom(item.text)
  const words = change(known)
  if (words === known) return all
  return { ...updateItem(all, id, (before) => ({ ...before, text: textOf(words) })), words: new Map([...[...(all.words ?? [])].filter(([other]) => other !== id), [id, words] as const].slice(-MOST_AT_ONCE)) }
}

/** All words of a person's speech so far. */
export const setText = (conversation: FoldedConversation, id: ItemId, text: string): FoldedConversation =>
  updateItem(conversation, id, (item) => (item.status === 'in-progress' && text !== '' ? { ...item, text } : item))
