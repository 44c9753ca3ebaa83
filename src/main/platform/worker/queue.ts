import type { AppError } from '../../../shared/errors/errors'
import { err, ok, type Result } from '../../../shared/result'
import type { Call, Manner } from './task'
import { CLOSE, type FromWorker, type Request, type ToWorker } from './protocol'

/** A task as it is called here: the arguments come from its own side of the link, which is typed. */
export interface AnyTask<State> {
  readonly manner: Manner
  readonly run: (state: State, call: Call, ...args: readonly unknown[]) => unknown
}

/** Work that nobody asked for and nobody waits for, but the end. One of a name at a time. */
type Aside = (name: string, work: () => unknown) => void

export interface QueueWorld<State> {
  taskOf(name: string): AnyTask<State>
  /** Asked for each request: what could not be opened for one is tried again for the next. */
  open(at: number, aside: Aside): State
  close(): void
  /** What a task, `open` or `close` threw, as it is answered. */
  failed(cause: unknown): AppError
  post(message: FromWorker): void
}

class Queue<State> {
  private readonly waiting: Request[] = []
  private readonly aside = new Map<number | string, Promise<void>>()
  private readonly cancelled = new Set<number>()
  private running = false

  constructor(private readonly world: QueueWorld<State>) {}

  take(message: ToWorker): void {
    if (message.kind === 'cancel') {
      this.cancelled.add(message.id)
      return
    }
    this.waiting.push(message)
    void this.run()
  }

  private async run(): Promise<void> {
    if (this.running) return
    this.running = true
    for (let request = this.waiting.shift(); request !== undefined; request = this.waiting.shift()) await this.carryOut(request)
    this.running = false
  }

  private async carryOut({ id, at, name, args }: Request): Promise<void> {
    if (name === CLOSE) return this.close(id)
    const { world, cancelled } = this
    const task = world.taskOf(name)
    const call: Call = { at, cancelled: () => cancelled.has(id), progress: (now) => world.post({ kind: 'progress', id, now }) }
    if (task.manner === 'alone') await Promise.all(this.aside.values())
    const outcome = this.attempt(() => task.run(world.open(at, this.startAside), call, ...args)).then((result) => this.answer(id, result))
    if (task.manner === 'aside') this.putAside(id, outcome)
    else await outcome
  }

  private readonly startAside: Aside = (name, work) => this.putAside(name, this.attempt(work).then(() => undefined))

  private putAside(key: number | string, work: Promise<void>): void {
    this.aside.set(key, work.finally(() => this.aside.delete(key)))
  }

  private async close(id: number): Promise<void> {
    await Promise.all(this.aside.values())
    this.answer(id, await this.attempt(() => this.world.close()))
  }

  private async attempt(work: () => unknown): Promise<Result<unknown, AppError>> {
    try {
      return ok(await work())
    } catch (cause) {
      return err(this.world.failed(cause))
    }
  }

  private answer(id: number, result: Result<unknown, AppError>): void {
    this.cancelled.delete(id)
    this.world.post({ kind: 'answer', id, result })
  }
}

/** Carries out requests in the order they come. */
export function createQueue<State>(world: QueueWorld<State>): (message: ToWorker) => void {
  const queue = new Queue(world)
  return (message) => queue.take(message)
}
