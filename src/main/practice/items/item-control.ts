import type { ClientEvent } from '../session/client-event'
import { approvalProblem, outputProblem } from './calls'
import { audioMs, type ItemRecord } from './conversation'
import { errors, type ErrorBody } from '../session/errors'
import { type NewItem, readItem } from './item-create'
import { wrongPrefix } from './item-ids'
import type { SessionContext } from '../session/session-context'
import type { WireItem } from '../session/wire'

const withFreshId = ({ item, audio }: NewItem, { ids }: SessionContext): NewItem => ({ item: { ...item, id: ids.next('item') }, audio })

/** Answers to `conversation.item.*`. Each returns the refusal, or `null` when it has answered itself. */
type Handling = (context: SessionContext, event: ClientEvent) => ErrorBody | null

export const createItem: Handling = (context, { fields }) => {
  const made = readItem(fields['item'] ?? undefined, context.ids)
  if (!made.ok) return fields['item'] === undefined ? errors.missingParameter('item') : made.error
  const after = typeof fields['previous_item_id'] === 'string' ? fields['previous_item_id'] : null
  if (after !== null && after !== 'root' && context.conversation.find(after) === undefined) return errors.unknownPrevious(after)
  const refusal = context.faults.has('typed-item-ids') ? wrongPrefix(made.value.item) : null
  if (refusal !== null) return refusal
  const { item, audio } = context.faults.has('fresh-item-ids') ? withFreshId(made.value, context) : made.value
  if (context.conversation.find(item.id) !== undefined) return errors.duplicateItem(item.id)
  const unasked = outputProblem(context.conversation.records, item) ?? approvalProblem(context.conversation.records, item)
  if (unasked !== null) return unasked
  const previous = context.conversation.insert(item, audio, after)
  context.tell({ kind: 'created', item, audio })
  context.emit({ type: 'conversation.item.added', previous_item_id: previous, item })
  context.emit({ type: 'conversation.item.done', previous_item_id: previous, item })
  return null
}

const withAudio = (record: ItemRecord): WireItem => {
  const audio = Buffer.concat(record.audio).toString('base64')
  const content = (record.item.content ?? []).map((part) => (part.type.endsWith('_audio') ? { ...part, audio } : part))
  return record.item.content === undefined ? record.item : { ...record.item, content }
}

const itemIdOf = (event: ClientEvent): string | null => (typeof event.fields['item_id'] === 'string' ? event.fields['item_id'] : null)

export const retrieveItem: Handling = (context, event) => {
  const itemId = itemIdOf(event)
  if (itemId === null) return errors.missingParameter('item_id')
  const record = context.conversation.find(itemId)
  if (record === undefined) return errors.unknownItem('retrieve', itemId)
  context.emit({ type: 'conversation.item.retrieved', item: withAudio(record) })
  return null
}

export const deleteItem: Handling = (context, event) => {
  const itemId = itemIdOf(event)
  if (itemId === null) return errors.missingParameter('item_id')
  if (!context.conversation.remove(itemId)) return errors.unknownItem('delete', itemId)
  context.emit({ type: 'conversation.item.deleted', item_id: itemId })
  return null
}

const truncationProblem = (record: ItemRecord, contentIndex: unknown, endMs: unknown): ErrorBody | null => {
  if (!Number.isInteger(endMs) || Number(endMs) < 0) return errors.invalidValue('audio_end_ms', 'audio_end_ms must be a whole number, at least 0.')
  if (contentIndex !== 0) return errors.invalidValue('content_index', 'content_index must be 0.')
  if (record.item.role !== 'assistant' || record.audioBytes === 0) return errors.truncateNotAudio()
  return audioMs(record) < Number(endMs) ? errors.truncateBeyond(audioMs(record), Number(endMs)) : null
}

export const truncateItem: Handling = (context, event) => {
  const itemId = itemIdOf(event)
  const missing = ['item_id', 'content_index', 'audio_end_ms'].find((name) => event.fields[name] === undefined)
  if (itemId === null || missing !== undefined) return errors.missingParameter(missing ?? 'item_id')
  const record = context.conversation.find(itemId)
  if (record === undefined) return errors.unknownItem('truncate', itemId)
  const problem = truncationProblem(record, event.fields['content_index'], event.fields['audio_end_ms'])
  if (problem !== null) return problem
  const audioEndMs = Number(event.fields['audio_end_ms'])
  const bytesBefore = record.audioBytes
  context.conversation.truncate(record, audioEndMs)
  context.tell({ kind: 'truncated', record, audioEndMs, bytesBefore })
  context.emit({ type: 'conversation.item.truncated', item_id: itemId, content_index: 0, audio_end_ms: audioEndMs })
  return null
}
