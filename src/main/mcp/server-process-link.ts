import type { Timers } from '../platform/ports'
import { Deadline } from '../platform/deadline'
import { endsAfter, pauseMs } from './core/backoff'
import { type FromProcess, FromProcessSchema, type ToProcess } from './core/messages'
import type { LeftProcesses, RunningProcess, ServerProcess } from './core/ports'

export interface LinkParts {
  readonly process: ServerProcess
  readonly left: LeftProcesses
  readonly timers: Timers
  readonly heard: (message: FromProcess) => void
  /** It is there, with nothing in it. */
  readonly began: () => void
  /** It has ended, and everything in it. `forGood`: it has done so too often, and is not started again by itself. */
  readonly ended: (forGood: boolean) => void
}

/** Ending takes a server that does not want to about a second. */
const GOODBYE_MS = 1_500

/** The process of the servers: there while it is wanted, started again when it has crashed, and checked in what it says. */
export class ServerProcessLink {
  private running: RunningProcess | null = null
  private isWanted = false
  /** It was told to end: whoever wants it meanwhile gets the next one. */
  private isEnding = false
  private ends = 0
  private startedAt = 0
  private starting: Promise<void> | null = null
  private closed: (() => void) | null = null
  private readonly again: Deadline

  constructor(private readonly parts: LinkParts) {
    this.again = new Deadline(parts.timers, () => this.start())
  }

  get isRunning(): boolean {
    return this.running !== null && !this.isEnding
  }

  /** At once, also after it has failed for good. */
  want(): void {
    this.isWanted = true
    if (this.running !== null || this.starting !== null || this.again.isRunning) return
    this.ends = 0
    this.start()
  }

  post(message: ToProcess): void {
    this.running?.post(message)
  }

  /** Every server ends. Resolves when it has, or when there is no more time. */
  async end(): Promise<void> {
    this.isWanted = false
    this.again.stop()
    await this.starting
    const { running, parts } = this
    if (running === null || this.isWanted) return
    this.isEnding = true
    const over = new Promise<void>((closed) => (this.closed = closed))
    running.post({ type: 'end' } satisfies ToProcess)
    const late = new Promise<void>((passed) => parts.timers.after(GOODBYE_MS, passed))
    await Promise.race([over, late])
    if (this.running === running) running.kill()
  }

  private start(): void {
    this.starting = this.startBehindRest().finally(() => (this.starting = null))
  }

  /** First what an earlier one has left: two of the same server would be in each other's way. */
  private async startBehindRest(): Promise<void> {
    await this.parts.left.reap()
    if (!this.isWanted) return
    this.startedAt = this.parts.timers.now()
    const running: RunningProcess = this.parts.process.start((message) => this.hear(running, message), () => this.over(running))
    this.running = running
    this.parts.began()
  }

  private hear(from: RunningProcess, message: unknown): void {
    if (from !== this.running) return
    const read = FromProcessSchema.safeParse(message)
    if (read.success) this.parts.heard(read.data)
  }

  private over(which: RunningProcess): void {
    if (which !== this.running) return
    this.running = null
    this.closed?.()
    if (this.isEnding) return this.overAsTold()
    this.ends = endsAfter(this.ends, this.parts.timers.now() - this.startedAt)
    const pause = pauseMs(this.ends)
    this.parts.ended(pause === null)
    if (pause !== null) this.again.start(pause)
  }

  private overAsTold(): void {
    this.isEnding = false
    if (!this.isWanted) return
    this.ends = 0
    this.start()
  }
}
