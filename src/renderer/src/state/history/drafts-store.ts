import type { Draft } from '../../../../shared/history'
import type { DraftId } from '../../../../shared/ids'
import type { HistoryApi } from '../../../../shared/ipc/apis/history-api'
import type { Ask } from './ask'
import { createStore, type ReadonlyStore } from '../../store/store'
import { coalesced } from './coalesced'

export interface DraftsStore {
  /** Newest first; null until main has answered. */
  readonly drafts: ReadonlyStore<readonly Draft[] | null>
  refresh(): Promise<void>
  /** True when main has taken it on. */
  send(draft: DraftId): Promise<boolean>
  remove(draft: DraftId): Promise<void>
}

export function createDrafts(source: Pick<HistoryApi, 'drafts' | 'sendDraft' | 'removeDraft'>, ask: Ask): DraftsStore {
  const drafts = createStore<readonly Draft[] | null>(null)
  const refresh = coalesced(async () => {
    const answer = await ask(source.drafts())
    if (answer.ok) drafts.set(answer.value.toSorted((a, b) => b.createdAt - a.createdAt))
  })
  return {
    drafts,
    refresh,
    send: async (draft) => {
      const { ok } = await ask(source.sendDraft(draft))
      await refresh()
      return ok
    },
    remove: async (draft) => {
      await ask(source.removeDraft(draft))
      await refresh()
    },
  }
}
