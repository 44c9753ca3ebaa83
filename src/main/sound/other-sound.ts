import type { OtherSound } from './core/ports'
import type { TurnPhase } from '../../shared/view'

/** The microphone is open for a turn. */
const LISTENING: ReadonlySet<TurnPhase> = new Set<TurnPhase>(['opening', 'listening', 'closing'])

/**
 * Other programs are quieter while somebody speaks, and have their volume back behind it, whatever happens. One step at a time; a
 * step that fails is told and holds up nobody behind it.
 */
export class OtherSoundKeeper {
  private lowered = false
  /** Somebody may still be quiet: giving back has failed, or lowering has, and nobody knows how far it came. */
  private owing = false
  private steps: Promise<void> = Promise.resolve()
  /** Null: not known yet. */
  possible: boolean | null = null

  constructor(
    private readonly sound: OtherSound,
    private readonly wanted: () => boolean,
    private readonly changed: () => void,
    private readonly failed: (cause: unknown) => void,
  ) {}

  /** An earlier run may have ended while others were quiet. */
  start(): Promise<void> {
    return this.then(async () => {
      this.possible = await this.sound.possible().catch((cause: unknown) => {
        this.failed(cause)
        return false
      })
      this.changed()
      if (this.possible) await this.restore()
    })
  }

  follow(phase: TurnPhase): void {
    const quiet = this.wanted() && LISTENING.has(phase)
    if (quiet === this.lowered) return
    this.lowered = quiet
    void this.then(() => (quiet ? this.lower() : this.restore()))
  }

  /** A program began to play. */
  streamBegan(stream: number): void {
    if (this.lowered) void this.then(() => this.sound.lowerToo(stream))
  }

  stop(): Promise<void> {
    const { lowered } = this
    this.lowered = false
    return this.then(() => (lowered || this.owing ? this.restore() : Promise.resolve()))
  }

  private async lower(): Promise<void> {
    this.owing = true
    await this.sound.lower()
  }

  private async restore(): Promise<void> {
    this.owing = true
    await this.sound.restore()
    this.owing = false
  }

  private then(step: () => Promise<void>): Promise<void> {
    this.steps = this.steps.then(step).catch(this.failed)
    return this.steps
  }
}
