import { describe, expect, it } from 'vitest'
import type { MemoryList } from '../../../../src/shared/ipc/memory'
import type { RememberedFact } from '../../../../src/shared/memory'
import { ok } from '../../../../src/shared/result'
import { createAsk } from '../../../../src/renderer/src/state/history/ask'
import { createMemory, withEdits } from '../../../../src/renderer/src/state/history/memory-store'

const fact = (id: string, at = 1): RememberedFact => ({ id, text: id, kind: 'fact', at, by: 'model' })

function world(refusal: string | null = null) {
  const asked: string[] = []
  const late: (() => void)[] = []
  const facts: RememberedFact[] = [fact('b')]
  const answer = (what: string) => {
    asked.push(what)
    return Promise.resolve(ok<MemoryList>({ on: true, facts: [...facts], refusal }))
  }
  const store = createMemory(
    {
      memory: () => answer('list'), editFact: (id, text) => answer(`edit ${id} ${text}`), removeFact: (id) => answer(`remove ${id}`),
      putBackFact: (id) => answer(`back ${id}`), removeAllFacts: () => answer('remove all'), switchMemory: (on) => answer(`switch ${String(on)}`),
    },
    createAsk(() => { throw new Error('nothing fails here') }),
    (_ms, then) => {
      late.push(then)
      return () => void late.splice(late.indexOf(then), 1)
    },
  )
  return { store, asked, late, facts }
}

describe('what is remembered', () => {
  it('comes back once, after it was deleted', async () => {
    const { store, asked } = world()
    await store.remove(fact('a'))
    const offered = store.removed.get()?.id
    await store.putBack()
    await store.putBack()
    expect([offered, store.removed.get(), asked]).toEqual(['a', null, ['remove a', 'back a']])
  })

  it('is offered for some time only', async () => {
    const { store, late } = world()
    await store.remove(fact('a'))
    late.forEach((then) => then())
    expect(store.removed.get()).toBeNull()
  })

  it('is not offered where it was not deleted; the sentence says why', async () => {
    const { store } = world('It is gone already.')
    await store.remove(fact('a'))
    expect([store.removed.get(), store.memory.get()?.refusal]).toEqual([null, 'It is gone already.'])
  })

  it('is offered no more once it came back elsewhere', async () => {
    const { store, facts } = world()
    await store.remove(fact('a'))
    facts.push(fact('a'))
    await store.refresh()
    expect(store.removed.get()).toBeNull()
  })

  it('stays where it is while it is being written, though it was forgotten meanwhile', async () => {
    const { store, facts, asked } = world()
    store.beginEdit(fact('b'))
    facts.splice(0, 1, fact('c', 2), fact('a', 0))
    await store.refresh()
    const shown = withEdits(store.memory.get()?.facts ?? [], store.edits.get()).map(({ id }) => id)
    await store.keepEdit('b', 'new words')
    expect({ shown, asked, left: store.edits.get() }).toEqual({ shown: ['c', 'b', 'a'], asked: ['list', 'edit b new words'], left: [] })
  })

  it('is still being written where it could not be kept', async () => {
    const { store } = world('This looks like a password.')
    store.beginEdit(fact('b'))
    await store.keepEdit('b', 'password: hunter2')
    expect(store.edits.get().map(({ id }) => id)).toEqual(['b'])
  })

  it('is gone for good once all of it was deleted', async () => {
    const { store } = world()
    await store.remove(fact('a'))
    await store.removeAll()
    expect(store.removed.get()).toBeNull()
  })
})
