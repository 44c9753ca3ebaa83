import { type AppError, appError } from '../../../shared/errors/errors'
import type { ResponseUsage } from '../../../shared/history'
import type { ConversationId, ItemId } from '../../../shared/ids'
import { err, type Result } from '../../../shared/result'
import { Deadline } from '../../platform/deadline'
import type { ConversationHead, HistoryStore, ItemWrite } from '../core/ports'
import type { Timers } from '../../platform/ports'

const FIRST_RETRY_MS = 1_000
const LONGEST_RETRY_MS = 30_000

export type RecordStore = Pick<HistoryStore, 'saveItems' | 'dropItem' | 'saveUsage'>

export interface WritesEffects {
  readonly written: (items: readonly ItemWrite[]) => void
  /** It was taken away for good: it is not written, and never will be. */
  readonly refused: (head: ConversationHead, item: ItemWrite) => void
  /** The first failure after all was well. */
  readonly failed: (error: AppError) => void
}

/** What waits for one conversation. The newest of each item is all that counts. */
interface Batch {
  head: ConversationHead
  readonly items: Map<ItemId, ItemWrite>
  readonly drops: Set<ItemId>
  readonly usages: ResponseUsage[]
}

interface Write {
  readonly outcome: Promise<Result<null, AppError>>
  readonly done: () => void
  /** It was taken away for good, or some of it was; what else is in it goes out once more. */
  readonly refused: () => void
  /** Puts it back for the next time, behind what has come since. */
  readonly keep: () => void
}

/** A store that breaks instead of answering loses nothing either. */
const answered = (answer: Promise<Result<null, AppError>>): Promise<Result<null, AppError>> =>
  answer.catch((cause: unknown) => err(appError('history', String(cause))))

/**
 * What the history has not got yet. Writes go out in the tick they come in; what comes while some are under way goes
 * together, right behind them. What fails is kept and tried again after 1, 2, 4 … 30 s: nothing is lost but by the end of
 * the process.
 */
export class HistoryWrites {
  private batches = new Map<ConversationId, Batch>()
  private running: Promise<void> | null = null
  private failures = 0
  /** One of them was refused with others: each is tried by itself. */
  private readonly single = new Set<ItemId>()
  private readonly pause: Deadline

  constructor(
    private readonly store: RecordStore,
    timers: Timers,
    private readonly effects: WritesEffects,
  ) {
    this.pause = new Deadline(timers, () => this.start())
  }

  /** The history cannot be written at present. */
  get failing(): boolean {
    return this.failures > 0
  }

  save(head: ConversationHead, writes: readonly ItemWrite[]): void {
    const batch = this.batch(head)
    for (const write of writes) {
      batch.items.set(write.item.id, write)
      batch.drops.delete(write.item.id)
    }
    this.start()
  }

  drop(head: ConversationHead, item: ItemId): void {
    const batch = this.batch(head)
    batch.items.delete(item)
    batch.drops.add(item)
    this.start()
  }

  usage(head: ConversationHead, usage: ResponseUsage): void {
    this.batch(head).usages.push(usage)
    this.start()
  }

  /** Waits for all that is under way; what has failed is tried once more, at once. */
  async flush(): Promise<void> {
    await this.running
    this.pause.stop()
    this.start()
    await this.running
  }

  private batch(head: ConversationHead): Batch {
    const batch = this.batches.get(head.id) ?? { head, items: new Map(), drops: new Set(), usages: [] }
    batch.head = head
    this.batches.set(head.id, batch)
    return batch
  }

  private start(): void {
    if (this.running !== null || this.pause.isRunning || this.batches.size === 0) return
    this.running = Promise.resolve() // taken before the first call, which may lead back here
    this.running = this.run()
  }

  private async run(): Promise<void> {
    try {
      while (this.batches.size > 0 && !this.pause.isRunning) {
        const error = await this.writeAll()
        if (error === null) this.failures = 0
        else this.wait(error)
      }
    } finally {
      this.running = null
    }
  }

  /** All calls are made in this tick; the store carries them out in this order. The first error of any of them. */
  private async writeAll(): Promise<AppError | null> {
    const batches = [...this.batches.values()]
    this.batches = new Map()
    const writes = batches.flatMap((batch) => this.writesOf(batch))
    let error: AppError | null = null
    for (const { outcome, done, refused, keep } of writes) {
      const result = await outcome
      if (result.ok) done()
      else if (result.error.tag === 'history-gone') refused()
      else {
        error ??= result.error
        keep()
      }
    }
    return error
  }

  private writesOf(batch: Batch): readonly Write[] {
    const { head, drops, usages } = batch
    const items = [...batch.items.values()]
    const together = items.filter(({ item }) => !this.single.delete(item.id))
    const apart = items.filter((write) => !together.includes(write))
    return [
      ...(together.length > 0 ? [this.itemsWrite(head, together)] : []),
      ...apart.map((write) => this.itemsWrite(head, [write])),
      ...[...drops].map((item) => this.dropWrite(head, item)),
      ...usages.map((usage) => this.usageWrite(head, usage)),
    ]
  }

  private itemsWrite(head: ConversationHead, items: readonly ItemWrite[]): Write {
    const keep = () => {
      const now = this.batchOf(head)
      for (const write of items) if (!now.drops.has(write.item.id) && !now.items.has(write.item.id)) now.items.set(write.item.id, write)
    }
    return {
      outcome: answered(this.store.saveItems(head, items)),
      done: () => this.effects.written(items),
      refused: () => {
        const [only] = items
        if (only !== undefined && items.length === 1) return this.effects.refused(head, only)
        for (const { item } of items) this.single.add(item.id)
        keep()
      },
      keep,
    }
  }

  private dropWrite(head: ConversationHead, item: ItemId): Write {
    return {
      outcome: answered(this.store.dropItem(head.id, item)),
      done: () => undefined,
      refused: () => undefined,
      keep: () => {
        const now = this.batchOf(head)
        if (!now.items.has(item)) now.drops.add(item)
      },
    }
  }

  private usageWrite(head: ConversationHead, usage: ResponseUsage): Write {
    return {
      outcome: answered(this.store.saveUsage(usage)),
      done: () => undefined,
      refused: () => undefined,
      keep: () => void this.batchOf(head).usages.push(usage),
    }
  }

  /** As `batch`, but a newer head stays. */
  private batchOf(head: ConversationHead): Batch {
    return this.batch(this.batches.get(head.id)?.head ?? head)
  }

  /** Told once: until all is written again, the person knows. */
  private wait(error: AppError): void {
    this.failures += 1
    this.pause.renew(Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** (this.failures - 1)))
    if (this.failures === 1) this.effects.failed(error)
  }
}
