import { appError, type AppError } from '../../../../shared/errors/errors'
import type { AssistantApi } from '../../../../shared/ipc/apis/assistant-api'
import { err } from '../../../../shared/result'
import type { AssistantView, ItemsPatch, ViewSnapshot } from '../../../../shared/view'
import { createStore, type ReadonlyStore } from '../../store/store'
import { foldItems, itemList, type ItemList } from './item-list'

export type PageState =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly error: AppError }
  | { readonly status: 'ready'; readonly view: AssistantView; readonly items: ItemList }

export interface ViewStore extends ReadonlyStore<PageState> {
  /** Asks main for everything; pushes carry on from there. */
  load(): Promise<void>
}

type Source = Pick<AssistantApi, 'getView' | 'onView' | 'onItems'>

/** Enough for any burst; then the last answer has to do, and the next pushes mend it. */
const MAX_ASKS = 5

const withView = (state: PageState, view: AssistantView): PageState =>
  state.status === 'ready' ? { ...state, view } : state

const withItems = (state: PageState, patch: ItemsPatch): PageState =>
  state.status === 'ready' ? { ...state, items: foldItems(state.items, patch) } : state

const fromSnapshot = ({ view, items }: ViewSnapshot): PageState => ({ status: 'ready', view, items: itemList(items) })

/** Main's view as the page last heard of it. It lives as long as the page and never unsubscribes. */
export function createViewStore(source: Source): ViewStore {
  const state = createStore<PageState>({ status: 'loading' })
  let pushes = 0
  const receive = (change: (now: PageState) => PageState) => {
    pushes += 1
    state.update(change)
  }
  source.onView((view) => receive((now) => withView(now, view)))
  source.onItems((patch) => receive((now) => withItems(now, patch)))
  return {
    get: state.get,
    subscribe: state.subscribe,
    load: async () => state.set(await settledSnapshot(source, () => pushes)),
  }
}

/** A push that came while we asked may be older or newer than the answer; nobody can tell, so ask again. */
async function settledSnapshot(source: Source, pushes: () => number, asks = 1): Promise<PageState> {
  const before = pushes()
  const answer = await source.getView().catch((reason: unknown) => err(appError('unexpected', String(reason))))
  if (!answer.ok) return { status: 'failed', error: answer.error }
  return pushes() === before || asks === MAX_ASKS ? fromSnapshot(answer.value) : settledSnapshot(source, pushes, asks + 1)
}
