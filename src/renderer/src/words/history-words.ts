import type { JobOutcome, RemovedEverything, SegmentEnd } from '../../../shared/history'
import type { RetentionChoice } from '../../../shared/settings'
import { count, humanBytes, listed } from '../../../shared/text/amount-words'
import { recordsRemoved, talksAndItems } from '../../../shared/text/removal-words'

const END_WORDS: Readonly<Record<SegmentEnd, string>> = {
  sent: 'Sent',
  cancelled: 'You discarded it',
  'too-short': 'Too short',
  undelivered: 'Not delivered',
  'connection-lost': 'Connection lost',
  'new-session': 'New connection',
  muted: 'Muted',
  mode: 'Mode switched',
  quit: 'Parley was quit',
  crashed: 'Parley broke off',
}

/** What ended a segment of microphone audio; null: it still goes on. */
export const endWords = (end: SegmentEnd | null): string => (end === null ? 'Going on now' : END_WORDS[end])

/** Practice listens on this very computer: nothing left it. */
export const hostWords = (host: string): string => (/^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/.test(host) ? 'This computer' : host)

/** From the longest to the shortest. */
export const RETENTION_CHOICES: readonly { readonly value: RetentionChoice; readonly words: string }[] = [
  { value: 'forever', words: 'For ever' },
  { value: '90-days', words: '90 days' },
  { value: '30-days', words: '30 days' },
  { value: '7-days', words: '7 days' },
  { value: 'nothing', words: 'Nothing at all' },
]

const DAYS: Partial<Record<RetentionChoice, number>> = { '90-days': 90, '30-days': 30, '7-days': 7 }

/** What choosing `next` would take away; null: nothing, no need to ask. */
export function retentionWarning(now: RetentionChoice, next: RetentionChoice): string | null {
  const days = DAYS[next]
  if (days === undefined || days >= (DAYS[now] ?? Infinity)) return null
  return `Conversations last touched more than ${String(days)} days ago will be deleted for good once Parley has run for an hour. Pinned ones stay, and so does the one that is open.`
}

export const removedWords = (removed: RemovedEverything): string =>
  `Deleted ${listed([
    talksAndItems(removed.conversations, removed.items),
    count(removed.drafts, 'draft'),
    count(removed.audioFiles, 'sound file'),
    count(removed.segments, 'ledger entry', 'ledger entries'),
    ...recordsRemoved(removed),
  ])}. ${humanBytes(removed.bytes)} were freed.`

export function exportWords({ cancelled, conversations, path }: JobOutcome & { readonly path: string }): string {
  return cancelled ? 'Export cancelled; no file was written.' : `Exported ${count(conversations, 'conversation')} to ${path}`
}

export function importWords({ cancelled, conversations, items, skipped }: JobOutcome): string {
  if (cancelled) return 'Import cancelled; nothing was taken in.'
  const here = skipped === 0 ? '' : `; ${count(skipped, 'was', 'were')} here already`
  return `Imported ${talksAndItems(conversations, items)}${here}.`
}
