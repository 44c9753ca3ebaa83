import type { SearchHit } from '../../../../shared/history'
import type { HistoryApi } from '../../../../shared/ipc/apis/history-api'
import { MAX_SEARCH_CHARS } from '../../../../shared/text/typed-text'
import type { After } from './after'
import type { Ask } from './ask'
import { createStore, type ReadonlyStore } from '../../store/store'

/** `hits` null: nothing is searched for. They stay while newer ones are awaited; `answered` is the text they belong to. */
export interface Search {
  readonly text: string
  readonly answered: string
  readonly hits: readonly SearchHit[] | null
  /** Index of the hit the keys are at; -1: none yet. */
  readonly active: number
}

export interface SearchStore {
  readonly search: ReadonlyStore<Search>
  type(text: string): void
  activate(index: number): void
  /** The same question again, because the answer may be another. */
  again(): void
}

const NO_SEARCH: Search = { text: '', answered: '', hits: null, active: -1 }
/** Fast enough to feel at once, slow enough to skip the letters of a quick word. */
const TYPING_MS = 60
/** As many as can be drawn in half again the time of none (`npm run bench:app`). */
export const MOST_HITS = 100

export function createSearch(source: Pick<HistoryApi, 'search'>, ask: Ask, after: After): SearchStore {
  const search = createStore<Search>(NO_SEARCH)
  let question = 0
  let cancel = () => {}
  const later = () => {
    cancel()
    cancel = after(TYPING_MS, () => void run())
  }
  return {
    search,
    type: (text) => {
      question += 1
      if (text.trim() === '' || text.trim().length > MAX_SEARCH_CHARS) {
        cancel()
        return search.set(text === '' ? NO_SEARCH : { ...NO_SEARCH, text })
      }
      search.set({ ...search.get(), text })
      later()
    },
    activate: (active) => search.set({ ...search.get(), active }),
    again: () => {
      if (search.get().hits !== null) later()
    },
  }

  async function run(): Promise<void> {
    question += 1
    const mine = question
    const { text } = search.get()
    const answer = await ask(source.search(text.trim(), MOST_HITS))
    if (mine !== question || !answer.ok) return
    const now = search.get()
    search.set({ text: now.text, answered: text, hits: answer.value, active: now.answered === text ? Math.min(now.active, answer.value.length - 1) : -1 })
  }
}
