import type { RememberedFact } from '../../../../shared/memory'
import type { MemoryApi, MemoryList } from '../../../../shared/ipc/memory'
import type { After } from './after'
import type { Ask } from './ask'
import { createStore, type ReadonlyStore } from '../../store/store'

export interface MemoryStore {
  /** Null until it was asked for. */
  readonly memory: ReadonlyStore<MemoryList | null>
  /** What was deleted last, for as long as it can come back. */
  readonly removed: ReadonlyStore<RememberedFact | null>
  /** Those that are written anew now, as they were when that began. */
  readonly edits: ReadonlyStore<readonly RememberedFact[]>
  refresh(): Promise<void>
  beginEdit(fact: RememberedFact): void
  leaveEdit(fact: string): void
  /** What was not kept is still being written. */
  keepEdit(fact: string, text: string): Promise<void>
  remove(fact: RememberedFact): Promise<void>
  putBack(): Promise<void>
  removeAll(): Promise<void>
  turn(on: boolean): Promise<void>
}

type Source = Omit<MemoryApi, 'exportFacts'>

const UNDO_MS = 10_000

/** Nobody loses a sentence they write because it is forgotten elsewhere meanwhile. */
export const withEdits = (facts: readonly RememberedFact[], edits: readonly RememberedFact[]): readonly RememberedFact[] =>
  [...facts, ...edits.filter(({ id }) => !facts.some((fact) => fact.id === id))].toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))

/** What is remembered. Main answers each change with all of it, and with a sentence where it did not do it. */
export function createMemory(source: Source, ask: Ask, after: After): MemoryStore {
  const memory = createStore<MemoryList | null>(null)
  const removed = createStore<RememberedFact | null>(null)
  const edits = createStore<readonly RememberedFact[]>([])
  let cancel = () => {}
  const offer = (fact: RememberedFact | null) => {
    cancel()
    removed.set(fact)
    cancel = fact === null ? () => {} : after(UNDO_MS, () => removed.set(null))
  }
  const leave = (fact: string) => edits.set(edits.get().filter(({ id }) => id !== fact))
  const take = async (asked: ReturnType<MemoryApi['memory']>): Promise<boolean> => {
    const answer = await ask(asked)
    if (answer.ok) memory.set(answer.value)
    if (answer.ok && answer.value.facts.some(({ id }) => id === removed.get()?.id)) offer(null) // it came back elsewhere
    return answer.ok && answer.value.refusal === null
  }
  return {
    memory,
    removed,
    edits,
    beginEdit: (fact) => edits.set([...edits.get().filter(({ id }) => id !== fact.id), fact]),
    leaveEdit: leave,
    refresh: async () => void (await take(source.memory())),
    keepEdit: async (fact, text) => {
      if (await take(source.editFact(fact, text))) leave(fact)
    },
    remove: async (fact) => {
      if (await take(source.removeFact(fact.id))) offer(fact)
    },
    putBack: async () => {
      const fact = removed.get()
      if (fact === null) return
      offer(null)
      await take(source.putBackFact(fact.id))
    },
    removeAll: async () => {
      offer(null)
      await take(source.removeAllFacts())
    },
    turn: async (on) => void (await take(source.switchMemory(on))),
  }
}
