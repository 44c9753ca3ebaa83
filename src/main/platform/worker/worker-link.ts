import { Worker } from 'node:worker_threads'
import type { AppError } from '../../../shared/errors/errors'
import { err, type Result } from '../../../shared/result'
import type { FromWorker, Progress, Request, ToWorker } from './protocol'
import { spokenLanguage } from '../../../shared/words/say'
import { WorkerDeaths } from './worker-deaths'

/** What an answer is waited with. */
interface Waiting {
  readonly answered: (result: Result<unknown, AppError>) => void
  readonly progress: (now: Progress) => void
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

type Asked = Omit<Request, 'kind' | 'id'>

/** One worker at a time, started with the first request and, when it dies, with the next one. */
export class WorkerLink {
  private readonly waiting = new Map<number, Waiting>()
  private readonly deaths = new WorkerDeaths(() => performance.now())
  private worker: Worker | null = null
  private lastId = 0
  private ended = false

  constructor(private readonly options: WorkerOptions) {}

  /** `transfer`: buffers that belong to the worker from now on. */
  ask(request: Asked, one: Waiting, transfer: readonly ArrayBuffer[]): number {
    this.lastId += 1
    const refused = this.refusal
    if (refused === null) this.post(this.lastId, request, one, transfer)
    else one.answered(err(this.options.failed(refused)))
    return this.lastId
  }

  cancel(id: number): void {
    if (this.waiting.has(id)) this.worker?.postMessage({ kind: 'cancel', id } satisfies ToWorker)
  }

  /** No request is taken after this one; the worker ends when it has been answered. */
  async end(request: Asked): Promise<void> {
    const answered = this.worker === null ? null : new Promise((done) => this.ask(request, { answered: done, progress: () => undefined }, []))
    this.ended = true
    await answered
    const last = this.worker
    this.worker = null
    await last?.terminate()
  }

  private get refusal(): string | null {
    const { name } = this.options
    if (this.ended) return `the ${name} is closed`
    return this.deaths.tooMany ? `the ${name} worker failed too often` : null
  }

  private post(id: number, request: Asked, one: Waiting, transfer: readonly ArrayBuffer[]): void {
    this.worker ??= this.start()
    this.waiting.set(id, one)
    this.worker.postMessage({ kind: 'request', id, ...request } satisfies ToWorker, [...transfer])
  }

  private start(): Worker {
    const { url, data, name } = this.options
    const fresh = new Worker(url, { workerData: { ...data, language: spokenLanguage() } })
    this.deaths.started()
    let reason = `the ${name} worker ended`
    fresh.on('message', (message: FromWorker) => this.heard(message))
    fresh.on('error', (cause) => {
      reason = `the ${name} worker failed: ${cause instanceof Error ? cause.message : 'unknown'}`
    })
    fresh.on('exit', () => {
      if (this.worker === fresh) this.died(reason)
    })
    return fresh
  }

  private heard(message: FromWorker): void {
    if (message.kind === 'progress') this.waiting.get(message.id)?.progress(message.now)
    else this.settle(message.id, message.result)
  }

  private died(reason: string): void {
    this.worker = null
    this.deaths.died()
    for (const id of [...this.waiting.keys()]) this.settle(id, err(this.options.failed(reason)))
  }

  private settle(id: number, result: Result<unknown, AppError>): void {
    const one = this.waiting.get(id)
    this.waiting.delete(id)
    one?.answered(result)
  }
}
