import { leaveAlone } from '../../../../shared/assert'
import { samplesToMs } from '../../../../shared/audio/audio-format'
import type { ConversationItem } from '../../../../shared/conversation'
import type { ItemId } from '../../../../shared/ids'
import type { LeftByConversation } from '../realtime/server-event'
import { heardChars } from './heard'
import { findItem, keptBehind, mapItems, placeItem, removeItem, updateItem } from './items'
import { newItem } from './new-item'
import { addServerItem, append, finishResponse, finishServerItem, longer, say, setText } from './server-items'
import { setAccount, setArguments, setOutput } from './tool-items'
import { type AnswerWords, completed, completedOnce, grown } from './part-words'
import type { ConversationEvent, FoldedConversation } from './types'

export { EMPTY_CONVERSATION } from './items'
export type { ConversationEvent, FoldedConversation } from './types'

const typed = ({ item, text, images = [] }: Extract<ConversationEvent, { type: 'local.userText' }>): ConversationItem => ({
  ...newItem(item, 'user', 'text'),
  text,
  status: 'done',
  ...(images.length === 0 ? {} : { images }),
})

/** The last word on a person's speech, whatever came before; some servers announce the item in no other way. */
const transcribed = (conversation: FoldedConversation, id: ItemId, text: string): FoldedConversation =>
  updateItem(append(conversation, id, 'user', 'speech', ''), id, (item) => ({ ...item, text, status: 'done' }))

const completeWords = (conversation: FoldedConversation, id: ItemId, kind: 'speech' | 'text', change: (words: AnswerWords) => AnswerWords, text: string): FoldedConversation =>
  updateItem(say(conversation, id, kind, change), id, (item) => longer(item, text))

/** Sound may come of an item that was never announced: cut, it has its place all the same, before whatever is said next. */
const played = (conversation: FoldedConversation, id: ItemId): FoldedConversation => placeItem(conversation, newItem(id, 'assistant', 'speech'), null)

const cut = (item: ConversationItem, heardSamples: number, receivedSamples: number): ConversationItem => ({
  ...item,
  status: 'interrupted',
  heardChars: heardChars(item.text, heardSamples, receivedSamples),
  audioMs: samplesToMs(receivedSamples),
})

/** A call that the server is made to forget is answered by nobody. */
const unanswered = (item: ConversationItem): ConversationItem => (item.tool?.output === null ? { ...item, status: 'interrupted' } : item)

/** Nobody interrupted the person: speech that was not transcribed in time is complete all the same. */
const closed = (item: ConversationItem): ConversationItem =>
  item.status !== 'in-progress' ? item : item.role === 'user' ? { ...item, status: 'done' } : { ...item, status: 'interrupted', ...(item.kind === 'tool' ? {} : { ended: 'connection' }) }

/** Folds what the server says, and what only we know, into the bubbles. Same reference if nothing changed. Long, as one exhaustive switch is: a line or two for each event. */
export function reduceConversation(conversation: FoldedConversation, event: ConversationEvent): FoldedConversation {
  switch (event.type) {
    case 'conversation.item.added':
      return addServerItem(conversation, event.item, event.previous)
    case 'conversation.item.done':
      return finishServerItem(addServerItem(conversation, event.item, event.previous), event.item)
    case 'response.output_item.added':
      return addServerItem(conversation, event.item, null)
    case 'response.output_item.done':
      return finishServerItem(addServerItem(conversation, event.item, null), event.item)
    case 'conversation.item.deleted':
      return deleted(conversation, event.item)
    case 'input_audio_buffer.committed':
      return event.item === null ? conversation : placeItem(conversation, newItem(event.item, 'user', 'speech'), event.previous)
    case 'conversation.item.input_audio_transcription.delta':
      return append(conversation, event.item, 'user', 'speech', event.delta)
    case 'conversation.item.input_audio_transcription.updated':
      return setText(conversation, event.item, event.transcript)
    case 'conversation.item.input_audio_transcription.completed':
      return transcribed(conversation, event.item, event.transcript)
    case 'conversation.item.input_audio_transcription.failed':
      return updateItem(conversation, event.item, (item) => ({ ...item, status: 'failed' }))
    case 'response.output_audio_transcript.delta':
      return say(conversation, event.item, 'speech', (words) => grown(words, event.part, event.delta))
    case 'response.output_text.delta':
      return say(conversation, event.item, 'text', (words) => grown(words, event.part, event.delta))
    case 'response.output_audio_transcript.done':
      return completeWords(conversation, event.item, 'speech', (words) => completed(words, event.part, event.transcript), event.transcript)
    case 'response.output_text.done':
      return completeWords(conversation, event.item, 'text', (words) => completed(words, event.part, event.text), event.text)
    case 'response.content_part.done':
      return partDone(conversation, event)
    case 'response.function_call_arguments.done':
      return setArguments(conversation, event.item, event.arguments)
    case 'response.done':
      return finishResponse(conversation, event.response)
    case 'local.userText':
      return placeItem(conversation, typed(event), null)
    case 'local.truncated':
      return updateItem(played(conversation, event.item), event.item, (item) => cut(item, event.heardSamples, event.receivedSamples))
    case 'local.unheard':
      return updateItem(played(conversation, event.item), event.item, (item) => (item.kind === 'tool' ? unanswered(item) : { ...item, status: 'interrupted', heardChars: 0 }))
    case 'local.unspoken':
      return updateItem(keptBehind(conversation, event.item, event.behind ?? null), event.item, (item) => (item.kind === 'tool' ? item : { ...item, heardChars: 0 }))
    case 'local.toolAnswered':
      return setOutput(conversation, event.item, event)
    case 'local.toolEnded':
      return setAccount(conversation, event.item, event.account)
    case 'local.closed':
      return mapItems(conversation, closed)
    default:
      leaveAlone<LeftByConversation>(event)
      return conversation
  }
}

/** Mostly it repeats what was told; with some servers it is the only place of the words. What the item is, is known by then. */
function partDone(conversation: FoldedConversation, { item, part, text, speech }: Extract<ConversationEvent, { type: 'response.content_part.done' }>): FoldedConversation {
  const known = findItem(conversation, item)
  if (text === '' || known?.kind === 'tool') return conversation
  const kind = known !== null && known.text !== '' ? known.kind : speech ? 'speech' : 'text'
  return completeWords(conversation, item, kind, (words) => completedOnce(words, part, text), text)
}

/**
 * What is finished, or shows words, stays: what we delete on the server is gone from the screen already where the person wished it,
 * and what a server deletes by itself is no reason to forget what was said. Only an item without any content goes.
 */
function deleted(conversation: FoldedConversation, id: ItemId): FoldedConversation {
  const item = findItem(conversation, id)
  if (item?.status !== 'in-progress') return conversation
  if (item.role === 'user' && item.kind === 'speech') return updateItem(conversation, id, (asked) => ({ ...asked, status: 'done' })) // the person has said it
  return item.text === '' ? removeItem(conversation, id) : conversation
}
