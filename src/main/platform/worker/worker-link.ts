import { Worker } from 'node:worker_threads'
import type { AppError } from '../../../shared/errors/errors'
import { err, type Result } from '../../../shared/result'
import type { FromWorker, Progress, Request, ToWorker } from './protocol'
import { WorkerDeaths } from './worker-deaths'

/** What an answer is waited with. */
interface Waiting {
  readonly answered: (result: Result<unknown, AppError>) => void
  readonly progress: (now: Progress) => void
}

export interface WorkerLink {
  /** `transfer`: buffers that belong to the worker from now on. */
  ask(request: Omit<Request, 'kind' | 'id'>, waiting: Waiting, transfer: readonly ArrayBuffer[]): number
  cancel(id: number): void
  /** No request is taken after this one; the worker ends when it has been answered. */
  end(request: Omit<Request, 'kind' | 'id'>): Promise<void>
}

export interface WorkerOptions {
  /** The module that runs beside main. */
  readonly url: URL
  /** What it is started with. */
  readonly data: object
  /** Of what it works on, for the words of a failure. */
  readonly name: string
  readonly failed: (reason: string) => AppError
}

/** One worker at a time, started with the first request and, when it dies, with the next one. */
export function createWorkerLink({ url, data, name, failed }: WorkerOptions): WorkerLink {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = null
  const deaths = new WorkerDeaths(() => performance.now())
  let lastId = 0
  let ended = false

  const settle = (id: number, result: Result<unknown, AppError>): void => {
    const one = waiting.get(id)
    waiting.delete(id)
    one?.answered(result)
  }
  const died = (reason: string): void => {
    worker = null
    deaths.died()
    for (const id of [...waiting.keys()]) settle(id, err(failed(reason)))
  }
  const heard = (message: FromWorker): void => {
    if (message.kind === 'progress') waiting.get(message.id)?.progress(message.now)
    else settle(message.id, message.result)
  }
  const start = (): Worker => {
    const fresh = new Worker(url, { workerData: data })
    deaths.started()
    let reason = `the ${name} worker ended`
    fresh.on('message', heard)
    fresh.on('error', (cause) => {
      reason = `the ${name} worker failed: ${cause instanceof Error ? cause.message : 'unknown'}`
    })
    fresh.on('exit', () => {
      if (worker === fresh) died(reason)
    })
    return fresh
  }
  const refusal = (): string | null => (ended ? `the ${name} is closed` : deaths.tooMany ? `the ${name} worker failed too often` : null)

  const ask: WorkerLink['ask'] = (request, one, transfer) => {
    lastId += 1
    const refused = refusal()
    if (refused === null) {
      worker ??= start()
      waiting.set(lastId, one)
      worker.postMessage({ kind: 'request', id: lastId, ...request } satisfies ToWorker, [...transfer])
    } else one.answered(err(failed(refused)))
    return lastId
  }

  return {
    ask,
    cancel: (id) => {
      if (waiting.has(id)) worker?.postMessage({ kind: 'cancel', id } satisfies ToWorker)
    },
    end: async (request) => {
      const answered = worker === null ? null : new Promise((done) => ask(request, { answered: done, progress: () => undefined }, []))
      ended = true
      await answered
      const last = worker
      worker = null
      await last?.terminate()
    },
  }
}
