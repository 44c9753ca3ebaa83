import type { ApiError } from '../../../shared/errors/classify-error'
import { Deadline } from '../../platform/deadline'
import type { Timers } from '../../platform/ports'

/**
 * An error that names no event of ours may refuse the `session.update` that waits, or mean nothing at all. The server's next word
 * decides: `session.updated` or a close makes it harmless, silence makes it a refusal.
 */
export class RefusalGrace {
  private causes: ApiError[] = []
  private readonly silence: Deadline

  constructor(
    timers: Timers,
    /** All that was said meanwhile: some servers refuse each field with an error of its own. */
    private readonly refused: (causes: readonly ApiError[]) => void,
  ) {
    this.silence = new Deadline(timers, () => this.refused(this.clear()))
  }

  note(cause: ApiError, silenceMs: number): void {
    this.causes.push(cause)
    this.silence.start(silenceMs)
  }

  /** Something else explains them. Answers what was said. */
  clear(): readonly ApiError[] {
    const { causes } = this
    this.silence.stop()
    this.causes = []
    return causes
  }
}
