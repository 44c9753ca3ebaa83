import { Worker } from 'node:worker_threads'
import { systemTimers } from '../../../../platform/adapters/system-timers'
import type { UnreadReason } from '../../../../../shared/knowledge/passages'
import type { FileKind } from '../../../core/file-kind'
import { FILE_LIMITS } from '../../../core/limits'
import type { FromReader, ReaderStart, ToReader } from '../../reader/messages'
import type { ReadOutcome } from '../../reader/read-file'

/** Beyond this a parser is asked to hold more than any document is worth. Buffers do not count here: the readers bound them themselves. */
const LIMITS = { maxOldGenerationSizeMb: 768, maxYoungGenerationSizeMb: 64 }
const TICK_MS = 250
/** A parser that leaks is ended now and then. */
const FILES_EACH = 200

export interface ReaderLinkOptions {
  readonly url: URL
  readonly gate: SharedArrayBuffer
  /** Left out but for tests. */
  readonly hardMs?: number | undefined
}

/** Who waits for the answer of the reader. */
interface Asked {
  readonly id: number
  /** `ends`: the thread is of no use any more. */
  readonly settle: (value: ReadOutcome | null, ends: boolean) => void
}

/** The thread that takes files apart, one at a time; one that hangs or bursts costs the file it was at. */
export class ReaderLink {
  private worker: Worker | null = null
  private asked: Asked | null = null
  private files = 0
  private lastId = 0

  constructor(private readonly options: ReaderLinkOptions) {}

  /** Null: broken off by whoever asked. */
  async read(kind: FileKind, bytes: Uint8Array, stopped: () => boolean): Promise<ReadOutcome | null> {
    const worker = (this.worker ??= this.start())
    this.files += 1
    this.lastId += 1
    const id = this.lastId
    const { value, ends } = await new Promise<{ readonly value: ReadOutcome | null; readonly ends: boolean }>((resolve) => {
      const watch = this.watch(stopped)
      this.asked = {
        id,
        settle: (outcome, over) => {
          watch()
          this.asked = null
          resolve({ value: outcome, ends: over })
        },
      }
      worker.postMessage({ id, kind, bytes } satisfies ToReader)
    })
    if (ends || this.files >= FILES_EACH) await this.end()
    return value
  }

  async end(): Promise<void> {
    const { worker } = this
    this.worker = null
    this.files = 0
    this.asked?.settle(null, false)
    await worker?.terminate()
  }

  private start(): Worker {
    const { url, gate } = this.options
    const worker = new Worker(url, { workerData: { gate } satisfies ReaderStart, resourceLimits: LIMITS })
    const died = (reason: UnreadReason) => worker === this.worker && this.asked?.settle({ kind: 'unread', reason }, true)
    worker.on('message', ({ id, outcome }: FromReader) => this.asked?.id === id && this.asked.settle(outcome, false))
    worker.on('error', (cause) => died((cause as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'out-of-memory' : 'damaged'))
    worker.on('exit', () => died('damaged'))
    return worker
  }

  /** Time that is held does not count. */
  private watch(stopped: () => boolean): () => void {
    const gate = new Int32Array(this.options.gate)
    let left = this.options.hardMs ?? FILE_LIMITS.hardMs
    let stop = (): void => undefined
    const tick = (): void => {
      if (Atomics.load(gate, 0) === 0) left -= TICK_MS
      stop = systemTimers.after(TICK_MS, tick)
      if (stopped()) this.asked?.settle(null, true)
      else if (left <= 0) this.asked?.settle({ kind: 'unread', reason: 'too-slow' }, true)
    }
    stop = systemTimers.after(TICK_MS, tick)
    return () => stop()
  }
}
