import type { ApiError } from '../../../shared/errors/classify-error'
import type { Timers } from '../../platform/ports'

/**
 * An error that names no event of ours may refuse the `session.update` that waits, or mean nothing at all. The server's next word
 * decides: `session.updated` or a close makes it harmless, silence makes it a refusal.
 */
export class RefusalGrace {
  private causes: ApiError[] = []
  private stopTimer: (() => void) | null = null

  constructor(
    private readonly timers: Timers,
    /** All that was said meanwhile: some servers refuse each field with an error of its own. */
    private readonly refused: (causes: readonly ApiError[]) => void,
  ) {}

  note(cause: ApiError, silenceMs: number): void {
    this.causes.push(cause)
    this.stopTimer ??= this.timers.after(silenceMs, () => {
      this.refused(this.clear())
    })
  }

  /** Something else explains them. Answers what was said. */
  clear(): readonly ApiError[] {
    const { causes } = this
    this.stopTimer?.()
    this.stopTimer = null
    this.causes = []
    return causes
  }
}
