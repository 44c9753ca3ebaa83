import { errorWords } from '../../../../shared/errors/error-words'
import type { Page } from '../../../../shared/history'
import type { KnowledgeApi } from '../../../../shared/ipc/knowledge'
import type { KnowledgeFile } from '../../../../shared/knowledge/passages'
import { createStore, type ReadonlyStore } from '../../store/store'

const PAGE = 50

export interface UnreadList extends ReadonlyStore<Page<KnowledgeFile> & { readonly problem: string | null }> {
  /** The next of them, in the order of their paths. */
  more(): Promise<void>
}

/** The files of one folder that could not be read. */
export function createUnreadList(source: Pick<KnowledgeApi, 'unreadFiles'>, folder: string): UnreadList {
  const list = createStore<Page<KnowledgeFile> & { readonly problem: string | null }>({ rows: [], more: false, problem: null })
  return {
    get: list.get,
    subscribe: list.subscribe,
    more: async () => {
      const { rows } = list.get()
      const answer = await source.unreadFiles(folder, rows.at(-1)?.path ?? null, PAGE)
      list.update((now) => (answer.ok ? { rows: [...rows, ...answer.value.rows], more: answer.value.more, problem: null } : { ...now, problem: errorWords(answer.error.tag) }))
    },
  }
}
