import { approvalStep, type ApprovalInput, type ApprovalState, type ApprovalVerdict, type GestureCard, heldMsAt, isArmed, leftMsAt, NO_CARD, nextTickMs } from '../core/approval-gesture'
import { Deadline } from '../../platform/deadline'
import type { Timers } from '../../platform/ports'

export interface HandParts {
  readonly timers: Timers
  readonly decided: (verdict: ApprovalVerdict) => void
  readonly changed: () => void
}

/** The gesture with its clock. */
export class ApprovalHand {
  private state: ApprovalState = NO_CARD
  private wasArmed = false
  private readonly nextTick: Deadline

  constructor(private readonly parts: HandParts) {
    this.nextTick = new Deadline(parts.timers, () => this.feed({ type: 'looked' }))
  }

  open(card: GestureCard): void {
    this.feed({ type: 'opened', card })
  }

  /** `lagMs`: how long ago that was. A key that repeats sets the clock anew: what it was to tell of is looked for each time. */
  feed(input: ApprovalInput, lagMs = 0): void {
    const { timers, decided, changed } = this.parts
    const { state, verdict } = approvalStep(this.state, input, timers.now() - lagMs)
    const isOther = state !== this.state || input.type === 'looked' || this.wasArmed !== isArmed(state, timers.now())
    this.state = state
    this.wasArmed = isArmed(state, timers.now())
    this.tickAgain()
    if (verdict !== null) decided(verdict)
    if (isOther) changed()
  }

  get shown(): { readonly armed: boolean; readonly locked: boolean; readonly heldMs: number | null; readonly leftMs: number } {
    const now = this.parts.timers.now()
    return { armed: isArmed(this.state, now), locked: this.state.typing, heldMs: heldMsAt(this.state, now), leftMs: Math.max(0, leftMsAt(this.state, now)) }
  }

  private tickAgain(): void {
    const ms = nextTickMs(this.state, this.parts.timers.now())
    if (ms === null) this.nextTick.stop()
    else this.nextTick.renew(ms)
  }
}
