import { expect, it } from 'vitest'
import { createStore } from '../../../src/renderer/src/store/store'

it('tells every listener of another value until it leaves, and nobody of the same one', () => {
  const store = createStore(1)
  const told: string[] = []
  const leave = store.subscribe(() => void told.push(`a ${String(store.get())}`))
  store.subscribe(() => void told.push(`b ${String(store.get())}`))
  store.set(2)
  store.set(2)
  store.update((now) => now)
  leave()
  leave()
  store.update((now) => now + 1)
  expect(told).toEqual(['a 2', 'b 2', 'b 3'])
})

it('keeps the value it has when another one says the same: who draws it sees the same object', () => {
  const store = createStore({ words: 'one' }, (one, other) => one.words === other.words)
  const first = store.get()
  let told = 0
  store.subscribe(() => (told += 1))
  store.set({ words: 'one' })
  const same = store.get() === first
  store.set({ words: 'two' })
  expect([same, told, store.get().words]).toEqual([true, 1, 'two'])
})

it('a listener may leave while all are told, and what one sets is told to all', () => {
  const store = createStore(0)
  const told: number[] = []
  const leave = store.subscribe(() => leave())
  store.subscribe(() => store.get() < 3 && store.update((now) => now + 1))
  store.subscribe(() => void told.push(store.get()))
  store.set(1)
  expect(told).toEqual([3, 3, 3])
})
