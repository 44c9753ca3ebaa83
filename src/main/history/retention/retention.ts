import type { AppError } from '../../../shared/errors/errors'
import type { ConversationId } from '../../../shared/ids'
import type { RetentionChoice } from '../../../shared/settings'
import { Deadline } from '../../platform/deadline'
import type { HistoryStore } from '../core/ports'
import type { Timers, WallClock } from '../../platform/ports'

const HOUR_MS = 60 * 60 * 1_000
const DAY_MS = 24 * HOUR_MS
/** Further beyond all that is stored a clock is not believed: a flat battery or a typing error looks just like it. */
const FAR_MS = 30 * DAY_MS

const DAYS: Readonly<Record<RetentionChoice, number | null>> = { forever: null, '90-days': 90, '30-days': 30, '7-days': 7, nothing: null }

export interface RetentionParts {
  readonly store: Pick<HistoryStore, 'expired' | 'forget' | 'forgetSentText'>
  readonly keeping: () => RetentionChoice
  /** The talk that is being held is not old, however long ago its last word was. */
  readonly isHeld: (conversation: ConversationId) => boolean
  readonly timers: Timers
  readonly wallClock: WallClock
  readonly notify: (error: AppError) => void
  readonly changed: () => void
}

/**
 * Old talks go when their time is over. `nothing` writes nothing new, and leaves what is there to "Delete everything".
 * A clock may be wrong, and what is deleted is gone: so nothing goes that was not found old twice, an hour of running apart.
 */
export class Retention {
  private readonly next: Deadline
  /** What was found old at every look since, and when first, by the clock that never jumps. */
  private foundAt: ReadonlyMap<ConversationId, number> = new Map()
  /** Older than this the account of sent text was found old, and when first. */
  private sentFound: { readonly before: number; readonly at: number } | null = null

  constructor(private readonly parts: RetentionParts) {
    this.next = new Deadline(parts.timers, () => void this.evaluate())
  }

  async evaluate(): Promise<void> {
    this.next.renew(HOUR_MS)
    const days = DAYS[this.parts.keeping()]
    if (days === null) {
      this.foundAt = new Map()
      this.sentFound = null
    } else await this.lookBefore(this.parts.wallClock() - days * DAY_MS)
  }

  stop(): void {
    this.next.stop()
  }

  private async lookBefore(before: number): Promise<void> {
    const { store, timers, wallClock, isHeld, notify, changed } = this.parts
    const now = wallClock()
    const found = await store.expired(before, now - DAY_MS)
    if (!found.ok) return notify(found.error)
    const { conversations, sentText, newest } = found.value
    // What this clock has written today says nothing for it.
    const believed = newest !== null && now - newest <= FAR_MS
    const at = timers.now()
    this.foundAt = new Map(believed ? conversations.map((id) => [id, this.foundAt.get(id) ?? at]) : [])
    await this.forgetSent(believed && sentText ? before : null)
    const due = [...this.foundAt].filter(([id, since]) => at - since >= HOUR_MS && !isHeld(id)).map(([id]) => id)
    if (due.length === 0) return
    const forgotten = await store.forget(due, before)
    if (!forgotten.ok) return notify(forgotten.error)
    if (forgotten.value > 0) changed()
  }

  private async forgetSent(before: number | null): Promise<void> {
    const { store, timers, notify, changed } = this.parts
    const found = before === null ? null : (this.sentFound ?? { before, at: timers.now() })
    this.sentFound = found
    if (found === null || timers.now() - found.at < HOUR_MS) return
    this.sentFound = null
    const forgotten = await store.forgetSentText(found.before)
    if (forgotten.ok) changed()
    else notify(forgotten.error)
  }
}
