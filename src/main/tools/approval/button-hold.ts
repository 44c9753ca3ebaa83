import type { HandOnPanel } from '../core/ports'

/** The page's own word comes a little behind the system's. */
const BEHIND_MS = 300

/** A press of a card's button, as far as the page can be believed: only while a person presses something in the panel, and the same thing all the time. */
export class ButtonHold {
  private since: number | null = null

  constructor(
    private readonly hand: HandOnPanel,
    private readonly now: () => number,
  ) {}

  begin(): boolean {
    const press = this.hand.press()
    this.since = press?.until === null ? press.since : null
    return this.since !== null
  }

  /** False: what was pressed then was let go before. */
  end(): boolean {
    const press = this.hand.press()
    const isSame = this.since !== null && press?.since === this.since
    this.since = null
    return isSame && (press.until === null || this.now() - press.until <= BEHIND_MS)
  }
}
