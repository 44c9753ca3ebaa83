import type { DuckingPort } from './core/ports'
import type { TurnPhase } from '../../shared/view'

/** The microphone is open for a turn. */
const LISTENING: ReadonlySet<TurnPhase> = new Set<TurnPhase>(['opening', 'listening', 'closing'])

/**
 * Other programs are quieter while somebody speaks, and have their volume back behind it, whatever happens. One step at a time; a
 * step that fails is told and holds up nobody behind it.
 */
export class Ducking {
  private ducked = false
  /** Somebody may still be quiet: giving back has failed, or lowering has, and nobody knows how far it came. */
  private owing = false
  private steps: Promise<void> = Promise.resolve()
  /** Null: not known yet. */
  possible: boolean | null = null

  constructor(
    private readonly sound: DuckingPort,
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
    if (quiet === this.ducked) return
    this.ducked = quiet
    void this.then(() => (quiet ? this.lower() : this.restore()))
  }

  /** A program began to play. */
  streamBegan(stream: number): void {
    if (this.ducked) void this.then(() => this.sound.lowerToo(stream))
  }

  stop(): Promise<void> {
    const { ducked } = this
    this.ducked = false
    return this.then(() => (ducked || this.owing ? this.restore() : Promise.resolve()))
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
