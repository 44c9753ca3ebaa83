import type { ConversationSummary } from '../../../../../shared/history'
import { say } from '../../../../../shared/words/say'
import type { ClockWords } from '../../../words/clock-words'

/** What stands in the list, line by line. `place` counts the conversations only, from 0. */
export type ListEntry =
  | { readonly kind: 'day'; readonly key: string; readonly words: string }
  | { readonly kind: 'conversation'; readonly key: string; readonly conversation: ConversationSummary; readonly place: number }

export function listEntries(rows: readonly ConversationSummary[], words: ClockWords, now: Date): readonly ListEntry[] {
  const entries: ListEntry[] = []
  let day = ''
  rows.forEach((conversation, place) => {
    const heading = conversation.pinned ? say('history.pinned') : words.day(conversation.updatedAt, now)
    if (heading !== day) entries.push({ kind: 'day', key: `day ${heading} ${String(place)}`, words: heading })
    day = heading
    entries.push({ kind: 'conversation', key: conversation.id, conversation, place })
  })
  return entries
}
