import type { AppError } from '../../../shared/errors/errors'
import { err, ok, type Result } from '../../../shared/result'
import type { Call, Manner } from './deeds'
import { CLOSE, type FromWorker, type Request, type ToWorker } from './protocol'

/** A deed as it is called here: the arguments come from its own side of the link, which is typed. */
export interface AnyDeed<State> {
  readonly manner: Manner
  readonly run: (state: State, call: Call, ...args: readonly unknown[]) => unknown
}

/** Work that nobody asked for and nobody waits for, but the end. One of a name at a time. */
type Aside = (name: string, work: () => unknown) => void

export interface QueueWorld<State> {
  deedOf(name: string): AnyDeed<State>
  /** Asked for each request: what could not be opened for one is tried again for the next. */
  open(at: number, aside: Aside): State
  close(): void
  /** What a deed, `open` or `close` threw, as it is answered. */
  failed(cause: unknown): AppError
  post(message: FromWorker): void
}

/** Carries out requests in the order they come. */
export function createQueue<State>(world: QueueWorld<State>): (message: ToWorker) => void {
  const waiting: Request[] = []
  const aside = new Map<number | string, Promise<void>>()
  const cancelled = new Set<number>()
  let running = false

  const attempt = async (work: () => unknown): Promise<Result<unknown, AppError>> => {
    try {
      return ok(await work())
    } catch (cause) {
      return err(world.failed(cause))
    }
  }
  const putAside = (key: number | string, work: Promise<void>): void => {
    aside.set(key, work.finally(() => aside.delete(key)))
  }
  const startAside: Aside = (name, work) => putAside(name, attempt(work).then(() => undefined))
  const answer = (id: number, result: Result<unknown, AppError>): void => {
    cancelled.delete(id)
    world.post({ kind: 'answer', id, result })
  }
  const close = async (id: number): Promise<void> => {
    await Promise.all(aside.values())
    answer(id, await attempt(() => world.close()))
  }
  const carryOut = async ({ id, at, name, args }: Request): Promise<void> => {
    if (name === CLOSE) return close(id)
    const deed = world.deedOf(name)
    const call: Call = { at, cancelled: () => cancelled.has(id), progress: (now) => world.post({ kind: 'progress', id, now }) }
    if (deed.manner === 'alone') await Promise.all(aside.values())
    const outcome = attempt(() => deed.run(world.open(at, startAside), call, ...args)).then((result) => answer(id, result))
    if (deed.manner === 'aside') putAside(id, outcome)
    else await outcome
  }
  const run = async (): Promise<void> => {
    if (running) return
    running = true
    for (let request = waiting.shift(); request !== undefined; request = waiting.shift()) await carryOut(request)
    running = false
  }
  return (message) => {
    if (message.kind === 'cancel') {
      cancelled.add(message.id)
      return
    }
    waiting.push(message)
    void run()
  }
}
