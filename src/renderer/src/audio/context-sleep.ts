import { type Resumable, running } from './audio-context'

export interface Pausable extends Resumable {
  suspend(): Promise<void>
}

/** Why the loudspeaker's context has to run. */
export type Need = 'turn' | 'audio'

/** An output device that has been asleep may take a moment, a Bluetooth one up to a second. */
const RUN_LIMIT_MS = 3_000

/** Lets an AudioContext sleep when nothing has needed it for a while: a running one costs CPU and keeps the device open. */
export class ContextSleep {
  private readonly needs = new Set<Need>()
  private timer: ReturnType<typeof setTimeout> | undefined
  private awake = true

  constructor(
    private readonly context: Pausable,
    private readonly quietMs: number,
    private readonly stuck: () => void,
    /** It sleeps from now on, or not any more. */
    private readonly changed: (awake: boolean) => void = () => undefined,
  ) {
    this.rest()
  }

  get isAwake(): boolean {
    return this.awake
  }

  need(need: Need): void {
    this.needs.add(need)
    this.wake()
  }

  done(need: Need): void {
    this.needs.delete(need)
    this.rest()
  }

  /** Awake for now, e.g. for a short sound. */
  wake(): void {
    if (!this.awake) this.changed(true)
    this.awake = true
    this.rest()
    this.check()
  }

  /** Chromium may leave a context suspended after a change of device. */
  check(): void {
    if (this.awake) void this.run()
  }

  private async run(): Promise<void> {
    const runs = await running(this.context, RUN_LIMIT_MS)
    if (!runs && this.awake) this.stuck()
  }

  private rest(): void {
    clearTimeout(this.timer)
    if (this.needs.size === 0) this.timer = setTimeout(() => this.sleep(), this.quietMs)
  }

  private sleep(): void {
    this.awake = false
    this.changed(false)
    void this.context.suspend()
  }
}
