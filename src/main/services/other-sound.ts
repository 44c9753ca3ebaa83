import type { OtherSound } from '../core/ports'
import type { TurnPhase } from '../../shared/view'

/** The microphone is open for a turn. */
const LISTENING: ReadonlySet<TurnPhase> = new Set<TurnPhase>(['opening', 'listening', 'closing'])

/** Other programs are quieter while somebody speaks, and have their volume back behind it, whatever happens. One step at a time. */
export class OtherSoundKeeper {
  private lowered = false
  private steps: Promise<unknown> = Promise.resolve()
  /** Null: not known yet. */
  possible: boolean | null = null

  constructor(
    private readonly sound: OtherSound,
    private readonly wanted: () => boolean,
    private readonly changed: () => void,
  ) {}

  /** An earlier run may have ended while others were quiet. */
  async start(): Promise<void> {
    this.possible = await this.sound.possible()
    this.changed()
    if (this.possible) await this.then(() => this.sound.restore())
  }

  follow(phase: TurnPhase): void {
    const quiet = this.wanted() && LISTENING.has(phase)
    if (quiet === this.lowered) return
    this.lowered = quiet
    void this.then(() => (quiet ? this.sound.lower() : this.sound.restore()))
  }

  /** A program began to play. */
  streamBegan(stream: number): void {
    if (this.lowered) void this.then(() => this.sound.lowerToo(stream))
  }

  stop(): Promise<unknown> {
    if (!this.lowered) return this.steps
    this.lowered = false
    return this.then(() => this.sound.restore())
  }

  private then(step: () => Promise<void>): Promise<unknown> {
    this.steps = this.steps.then(step)
    return this.steps
  }
}
