import type { Page } from '../../../../shared/history'
import type { ActionApi } from '../../../../shared/ipc/actions'
import type { Action } from '../../../../shared/tools/actions'
import type { Ask } from './ask'
import { createStore, type ReadonlyStore } from '../../store/store'
import { coalesced, single } from './coalesced'

export interface ActionsStore {
  /** Newest first; null until it was asked for. */
  readonly actions: ReadonlyStore<Page<Action> | null>
  /** Asks for the newest page and joins it to what is there. */
  refresh(): Promise<void>
  loadMore(): Promise<void>
  /** False: it cannot be taken back any more. Null: main refused, and that has been told. */
  undo(action: string): Promise<boolean | null>
}

const PAGE = 100

/** The newest page replaces the rows it spans; the older ones behind it stay. */
export function withNewestActions(now: Page<Action> | null, page: Page<Action>): Page<Action> {
  const last = page.rows.at(-1)
  if (now === null || last === undefined || !page.more || !now.rows.some(({ id }) => id === last.id)) return page
  const fresh = new Set(page.rows.map(({ id }) => id))
  return { rows: [...page.rows, ...now.rows.filter(({ id, at }) => !fresh.has(id) && at <= last.at)], more: now.more }
}

export function withOlderActions(now: Page<Action>, page: Page<Action>): Page<Action> {
  const known = new Set(now.rows.map(({ id }) => id))
  return { rows: [...now.rows, ...page.rows.filter(({ id }) => !known.has(id))], more: page.more }
}

export function createActions(source: Pick<ActionApi, 'actions' | 'undoAction'>, ask: Ask): ActionsStore {
  const actions = createStore<Page<Action> | null>(null)
  const refresh = coalesced(async () => {
    const answer = await ask(source.actions(null, PAGE))
    if (answer.ok) actions.set(withNewestActions(actions.get(), answer.value))
  })
  return {
    actions,
    refresh,
    loadMore: single(async () => {
      const now = actions.get()
      const last = now?.rows.at(-1)
      if (now === null || !now.more || last === undefined) return
      const answer = await ask(source.actions(last.at, PAGE))
      if (answer.ok && actions.get() === now) actions.set(withOlderActions(now, answer.value))
    }),
    undo: async (action) => {
      const answer = await ask(source.undoAction(action))
      await refresh()
      return answer.ok ? answer.value : null
    },
  }
}
