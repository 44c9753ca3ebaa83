import { appError, type AppError } from '../../../shared/errors/errors'
import type { Result } from '../../../shared/result'
import { sameJson } from '../../../shared/same-json'
import type { EmbedderAccess, KnowledgeIndex } from '../core/ports'
import type { WallClock } from '../../platform/ports'
import { CLOSE } from '../../platform/worker/protocol'
import { WorkerLink } from '../../platform/worker/worker-link'
import type { KnowledgeWorkerStart, Work, WorkName, WorkValue } from './work'

export interface KnowledgeIndexOptions {
  /** Where the index lies; made when it is not there. */
  readonly folder: string
  /** The module that owns it: `knowledge-worker.js` of the build, and `knowledge-reader.js`, which it starts itself. */
  readonly worker: URL
  readonly reader: URL
  /** Parley's own folders. */
  readonly own: readonly string[]
  readonly now?: WallClock
  /** Left out but for tests. */
  readonly hardMs?: number | undefined
}

/** The index as the rest of main sees it: every call is a message to its worker, every answer one back. */
export function createKnowledgeIndex({ folder, worker, reader, own, now = Date.now, hardMs }: KnowledgeIndexOptions): KnowledgeIndex {
  const gate = new Int32Array(new SharedArrayBuffer(4))
  const data: KnowledgeWorkerStart = { folder, reader: reader.href, own, gate: gate.buffer as SharedArrayBuffer, hardMs }
  const link = new WorkerLink({ url: worker, data, name: 'knowledge', failed: (reason) => appError('knowledge', reason) })
  let access: EmbedderAccess | null = null
  let working: number | null = null
  const ask = <Name extends WorkName>(name: Name, ...args: Parameters<Work[Name]>): { readonly id: number; readonly answer: Promise<Result<WorkValue<Name>, AppError>> } => {
    let id = 0
    const answer = new Promise<Result<WorkValue<Name>, AppError>>((answered) => {
      id = link.ask({ name, args, at: now() }, { answered: (result) => answered(result as Result<WorkValue<Name>, AppError>), progress: () => undefined }, [])
    })
    return { id, answer }
  }
  const call = <Name extends WorkName>(name: Name) => (...args: Parameters<Work[Name]>) => ask(name, ...args).answer
  /** The file that is being read is read again. */
  const stopWork = (): void => {
    if (working !== null) link.cancel(working)
  }
  return {
    setFolders: call('setFolders'),
    setEmbedder: (chosen) => {
      if (!sameJson(chosen, access)) stopWork()
      access = chosen
    },
    changed: call('changed'),
    work: async () => {
      const { id, answer } = ask('work', access)
      working = id
      const done = await answer
      working = null
      return done
    },
    hold: (on) => {
      Atomics.store(gate, 0, Number(on))
      Atomics.notify(gate, 0)
    },
    files: call('files'),
    search: (question) => ask('search', question, access).answer,
    around: call('around'),
    locate: call('locate'),
    sent: call('sent'),
    forgetSent: call('forgetSent'),
    removeEverything: () => {
      stopWork()
      return ask('removeEverything').answer
    },
    close: () => {
      stopWork()
      Atomics.store(gate, 0, 0)
      Atomics.notify(gate, 0)
      return link.end({ name: CLOSE, args: [], at: now() })
    },
  }
}
