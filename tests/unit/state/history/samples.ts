import type { ConversationSummary, LedgerEntry } from '../../../../src/shared/history'
import { conversationId, turnId } from '../../../../src/shared/ids'
import type { PlacedItem } from '../../../../src/shared/ipc/history'
import type { After } from '../../../../src/renderer/src/state/history/after'
import { type Ask, createAsk } from '../../../../src/renderer/src/state/history/ask'
import { sampleItem } from '../sample-view'

export const conversation = (id: string, change: Partial<ConversationSummary> = {}): ConversationSummary => ({
  id: conversationId(id),
  title: id,
  titled: false,
  preview: '',
  startedAt: 0,
  updatedAt: 0,
  pinned: false,
  items: 2,
  endpointName: 'Practice',
  ...change,
})

export const placed = (position: number, text = String(position)): PlacedItem => ({
  position,
  item: { ...sampleItem(`i${String(position)}`, { text }), createdAt: position, hasAudio: false },
})

export const segment = (id: string, change: Partial<LedgerEntry> = {}): LedgerEntry => ({
  id,
  turn: turnId(id),
  conversation: null,
  host: 'api.openai.com',
  startedAt: 0,
  elapsedMs: 1_000,
  bytes: 48_000,
  mode: 'hold',
  end: 'sent',
  ...change,
})

export const ids = (rows: readonly { readonly id: string }[]): string => rows.map(({ id }) => id).join(' ')

/** Notes what failed, tells nobody. */
export const silentAsk = (): Ask => createAsk(() => undefined)

/** Time that stands still until it is told to pass. */
export class StillTime {
  private waiting: { due: number; run: () => void }[] = []
  private now = 0
  readonly after: After = (ms, run) => {
    const wait = { due: this.now + ms, run }
    this.waiting.push(wait)
    return () => void (this.waiting = this.waiting.filter((each) => each !== wait))
  }
  pass(ms: number): void {
    this.now += ms
    const due = this.waiting.filter((wait) => wait.due <= this.now)
    this.waiting = this.waiting.filter((wait) => wait.due > this.now)
    for (const { run } of due) run()
  }
}

/** Lets everything that waits for answered promises go on. */
export const settled = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 0))
