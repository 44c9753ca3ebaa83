import { describe, expect, it } from 'vitest'
import type { MemoryList } from '../../../../src/shared/ipc/memory'
import type { RememberedFact } from '../../../../src/shared/memory'
import { ok } from '../../../../src/shared/result'
import { createAsk } from '../../../../src/renderer/src/state/history/ask'
import { createMemory } from '../../../../src/renderer/src/state/history/memory-store'

const fact = (id: string): RememberedFact => ({ id, text: id, kind: 'fact', at: 1, by: 'model' })

function world(refusal: string | null = null) {
  const asked: string[] = []
  const late: (() => void)[] = []
  const answer = (what: string) => {
    asked.push(what)
    return Promise.resolve(ok<MemoryList>({ on: true, facts: [fact('b')], refusal }))
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
  return { store, asked, late }
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

  it('is gone for good once all of it was deleted', async () => {
    const { store } = world()
    await store.remove(fact('a'))
    await store.removeAll()
    expect(store.removed.get()).toBeNull()
  })
})
