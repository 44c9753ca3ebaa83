import { Deadline } from '../../../shared/time/deadline'
import { createStore, type ReadonlyStore } from '../store/store'
import { pageTimers } from '../time/page-timers'
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
  private readonly quiet = new Deadline(pageTimers, () => this.sleep())
  private readonly state = createStore(true)

  constructor(
    private readonly context: Pausable,
    private readonly quietMs: number,
    private readonly stuck: () => void,
  ) {
    this.rest()
  }

  /** False: it sleeps until it is needed. */
  get awake(): ReadonlyStore<boolean> {
    return this.state
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
    this.state.set(true)
    this.rest()
    this.check()
  }

  /** Chromium may leave a context suspended after a change of device. */
  check(): void {
    if (this.state.get()) void this.run()
  }

  private async run(): Promise<void> {
    const runs = await running(this.context, RUN_LIMIT_MS)
    if (!runs && this.state.get()) this.stuck()
  }

  private rest(): void {
    if (this.needs.size === 0) this.quiet.renew(this.quietMs)
    else this.quiet.stop()
  }

  private sleep(): void {
    this.state.set(false)
    void this.context.suspend()
  }
}
