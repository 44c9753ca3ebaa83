import { count, humanBytes, listed } from './amount-words'
import type { HistoryStats, LedgerTotals } from '../history'

export const talksAndItems = (conversations: number, items: number): string =>
  `${count(conversations, 'conversation')} with ${count(items, 'message')}`

/** Only what there is. */
export const recordsRemoved = ({ actions, facts, reminders }: Pick<HistoryStats, 'actions' | 'facts' | 'reminders'>): readonly string[] => [
  ...(actions === 0 ? [] : [count(actions, 'action')]),
  ...(facts === 0 ? [] : [count(facts, 'remembered fact')]),
  ...(reminders === 0 ? [] : [count(reminders, 'reminder')]),
]

/** What "Delete everything" is about to take. */
export const removalPreview = (stats: HistoryStats, ledger: LedgerTotals): string =>
  listed([
    talksAndItems(stats.conversations, stats.items),
    count(stats.drafts, 'draft'),
    `${count(stats.audioFiles, 'sound file')} (${humanBytes(stats.audioBytes)})`,
    `a ledger of ${count(ledger.segments, 'entry', 'entries')}`,
    ...recordsRemoved(stats),
  ])
