import { errorWords } from '../../../../shared/errors/error-words'
import type { KnowledgeApi, KnowledgeState } from '../../../../shared/ipc/knowledge'
import type { Embedder } from '../../../../shared/knowledge/passages'
import { createStore, type ReadonlyStore } from '../../store/store'

export interface KnowledgeStore {
  /** Null until it was asked for. */
  readonly state: ReadonlyStore<KnowledgeState | null>
  /** Each resolves to null, or to the sentence that says why not. */
  readonly load: () => Promise<string | null>
  readonly add: () => Promise<string | null>
  readonly remove: (folder: string) => Promise<string | null>
  readonly putBack: (folder: string) => Promise<string | null>
  readonly pause: (on: boolean) => Promise<string | null>
  readonly use: (embedder: Embedder, secret: string | null) => Promise<string | null>
  readonly drop: () => Promise<string | null>
  /** What main tells between answers. Returns how to stop. */
  readonly follow: () => () => void
}

/** The folders and what is known of them; main answers each change with all of it. */
export function createKnowledgeStore(source: KnowledgeApi): KnowledgeStore {
  const state = createStore<KnowledgeState | null>(null)
  const take = async (asked: ReturnType<KnowledgeApi['knowledge']>) => {
    const answer = await asked
    if (!answer.ok) return errorWords(answer.error.tag)
    state.set(answer.value)
    return answer.value.refusal
  }
  return {
    state,
    load: () => take(source.knowledge()),
    add: () => take(source.addKnowledgeFolder()),
    remove: (folder) => take(source.removeKnowledgeFolder(folder)),
    putBack: (folder) => take(source.putBackKnowledgeFolder(folder)),
    pause: (on) => take(source.pauseReading(on)),
    use: (embedder, secret) => take(source.useEmbedder(embedder, secret)),
    drop: () => take(source.dropEmbedder()),
    follow: () => source.onKnowledge((status) => state.update((now) => (now === null ? null : { ...now, status }))),
  }
}
