import type { UndoOffer } from '../../../shared/tools/view'
import { Deadline } from '../../platform/deadline'
import type { Timers, WallClock } from '../../platform/ports'
import type { ActionLog, LoggedAction } from './action-log'
import type { ToolList } from '../tool-list'

/** Afterwards the page Actions still has it. */
const OFFER_MS = 10_000

export interface UndoParts {
  readonly log: ActionLog
  readonly tools: ToolList
  readonly timers: Timers
  readonly wallClock: WallClock
  readonly changed: () => void
}

/** What was just done and can be taken back. */
export class Undoing {
  private offered: { readonly id: string; readonly text: string; readonly until: number } | null = null
  private readonly end: Deadline
  private readonly taking = new Set<string>()

  constructor(private readonly parts: UndoParts) {
    this.end = new Deadline(parts.timers, () => this.withdraw())
  }

  get offer(): UndoOffer | null {
    return this.offered && { id: this.offered.id, text: this.offered.text, leftMs: Math.max(0, this.offered.until - this.parts.timers.now()) }
  }

  /** The newest takes the place of the one before. */
  made({ action }: LoggedAction): void {
    if (action.undo === null) return
    const { timers, changed } = this.parts
    this.offered = { id: action.id, text: action.result ?? action.title, until: timers.now() + OFFER_MS }
    this.end.renew(OFFER_MS)
    changed()
  }

  /** False: it cannot be taken back any more. Asked twice, it is done once. */
  async take(id: string): Promise<boolean> {
    if (this.taking.has(id)) return false
    this.taking.add(id)
    try {
      return await this.undo(id)
    } finally {
      this.taking.delete(id)
    }
  }

  private async undo(id: string): Promise<boolean> {
    const { log, tools, wallClock } = this.parts
    const logged = await log.find(id)
    const undo = logged?.action.undo ?? null
    if (logged === null || undo === null || (undo.until !== null && undo.until < wallClock())) return false
    const done = (await tools.find(logged.action.tool)?.source.undo?.(undo)) ?? false
    if (this.offered?.id === id) this.withdraw()
    if (done) await log.end({ ...logged, action: { ...logged.action, outcome: 'undone', undo: null } })
    return done
  }

  private withdraw(): void {
    this.end.stop()
    this.offered = null
    this.parts.changed()
  }
}
