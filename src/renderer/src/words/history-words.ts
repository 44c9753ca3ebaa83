import type { JobOutcome, RemovedEverything, SegmentEnd } from '../../../shared/history'
import type { RetentionChoice } from '../../../shared/settings'
import { humanBytes, listed } from '../../../shared/text/amount-words'
import { recordsRemoved, talksAndItems } from '../../../shared/text/removal-words'
import { isOwnHost } from '../../../shared/providers/loopback'
import { say } from '../../../shared/words/say'

/** What ended a segment of microphone audio; null: it still goes on. */
export const endWords = (end: SegmentEnd | null): string => say(`history.end-${end ?? 'open'}`)

/** Practice listens on this very computer: nothing left it. */
export const hostWords = (host: string): string => (isOwnHost(host) ? say('common.this-computer') : host)

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** How long a conversation lasted; null: not worth a word, or gone on with on another day, so that nobody knows. */
export function lastedWords(ms: number): string | null {
  if (ms < MINUTE_MS / 2 || ms >= DAY_MS) return null
  if (ms < 1.5 * HOUR_MS) return say('history.lasted-minutes', { minutes: Math.round(ms / MINUTE_MS) })
  return say('history.lasted-hours', { hours: Math.round(ms / HOUR_MS) })
}

const DAYS: Partial<Record<RetentionChoice, number>> = { '90-days': 90, '30-days': 30, '7-days': 7 }

/** From the longest to the shortest. */
export const retentionChoices = (): readonly { readonly value: RetentionChoice; readonly words: string }[] => [
  { value: 'forever', words: say('common.forever') },
  { value: '90-days', words: say('history.keep-days', { days: 90 }) },
  { value: '30-days', words: say('history.keep-days', { days: 30 }) },
  { value: '7-days', words: say('history.keep-days', { days: 7 }) },
  { value: 'nothing', words: say('history.keep-nothing') },
]

/** What choosing `next` would take away; null: nothing, no need to ask. */
export function retentionWarning(now: RetentionChoice, next: RetentionChoice): string | null {
  const days = DAYS[next]
  return days === undefined || days >= (DAYS[now] ?? Infinity) ? null : say('history.delete-older-about', { days })
}

export const removedWords = (removed: RemovedEverything): string =>
  say('history.removed', {
    what: listed([
      talksAndItems(removed.conversations, removed.items),
      say('history.amount-drafts', { count: removed.drafts }),
      say('history.amount-sound', { count: removed.audioFiles }),
      say('history.amount-segments', { count: removed.segments }),
      ...recordsRemoved(removed),
    ]),
    size: humanBytes(removed.bytes),
  })

export const exportWords = ({ cancelled, conversations, path }: JobOutcome & { readonly path: string }): string =>
  cancelled ? say('history.export-cancelled') : say('history.exported', { count: conversations, path })

export function importWords({ cancelled, conversations, items, skipped }: JobOutcome): string {
  if (cancelled) return say('history.import-cancelled')
  const what = talksAndItems(conversations, items)
  return skipped === 0 ? say('history.imported', { what }) : say('history.imported-some', { what, skipped })
}
