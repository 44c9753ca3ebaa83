import type { ConversationSummary } from '../../../../../shared/history'
import type { ClockWords } from '../clock-words'

/** What stands in the list, line by line. `place` counts the conversations only, from 0. */
export type ListEntry =
  | { readonly kind: 'day'; readonly key: string; readonly words: string }
  | { readonly kind: 'talk'; readonly key: string; readonly talk: ConversationSummary; readonly place: number }

export function listEntries(rows: readonly ConversationSummary[], words: ClockWords, now: Date): readonly ListEntry[] {
  const entries: ListEntry[] = []
  let day = ''
  rows.forEach((talk, place) => {
    const heading = talk.pinned ? 'Pinned' : words.day(talk.updatedAt, now)
    if (heading !== day) entries.push({ kind: 'day', key: `day ${heading} ${String(place)}`, words: heading })
    day = heading
    entries.push({ kind: 'talk', key: talk.id, talk, place })
  })
  return entries
}
