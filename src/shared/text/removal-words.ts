import type { HistoryStats, LedgerTotals } from '../history'
import { say } from '../words/say'
import type { Words } from '../words/words'
import { humanBytes, listed } from './amount-words'

export const talksAndItems = (conversations: number, items: number): Words => say('history.amount-conversations', { conversations, items })

/** Only what there is. */
export const recordsRemoved = (stats: Pick<HistoryStats, 'actions' | 'facts' | 'reminders'>): readonly Words[] =>
  (['actions', 'facts', 'reminders'] as const).flatMap((kind) => (stats[kind] === 0 ? [] : [say(`history.amount-${kind}`, { count: stats[kind] })]))

/** What "Delete everything" is about to take. */
export const removalPreview = (stats: HistoryStats, ledger: LedgerTotals): string =>
  listed([
    talksAndItems(stats.conversations, stats.items),
    say('history.amount-drafts', { count: stats.drafts }),
    say('history.amount-sound-sized', { count: stats.audioFiles, size: humanBytes(stats.audioBytes) }),
    say('history.amount-ledger', { count: ledger.segments }),
    ...recordsRemoved(stats),
  ])
