import { describe, expect, test } from 'vitest'
import { responseId } from '../../../../src/shared/ids'
import { head, item, NOON, OTHER, recorder, settled, TALK } from './recorder-world'

describe('a history that cannot be written', () => {
  test('is tried again after 1, 2, 4 … 30 s, told once, and loses nothing', async () => {
    const { sut, timers, store, told, rows } = recorder()
    store.failure = 'history-locked'
    sut.note([item('a')])
    await settled()
    const times: number[] = []
    for (let second = 1; second <= 100; second += 1) {
      const before = store.calls.length
      timers.pass(1_000)
      if (store.calls.length > before) times.push(second)
      await settled()
      if (second === 50) sut.note([item('a', { text: 'A' }), item('b')])
    }
    store.failure = null
    timers.pass(30_000)
    await settled()
    expect([times, told.filter((word) => word !== 'changed'), rows()]).toEqual([[1, 3, 7, 15, 31, 61, 91], ['history-locked'], ['1024 A done', '2048 b done']])
  })

  test('is told again when it fails again', async () => {
    const { sut, timers, store, told } = recorder()
    for (const [index, failure] of (['history-full', null, 'history-locked'] as const).entries()) {
      store.failure = failure
      sut.note(Array.from({ length: index + 1 }, (_, each) => item(String(each))))
      timers.pass(2_000)
      await settled()
    }
    expect(told.filter((word) => word !== 'changed')).toEqual(['history-full', 'history-locked'])
  })

  test('does not bring back what left in the meantime', async () => {
    const { sut, timers, store, rows } = recorder()
    const [a, b] = [item('a'), item('b')]
    store.failure = 'history'
    sut.note([a, b])
    await settled()
    sut.note([a])
    store.failure = null
    timers.pass(1_000)
    await settled()
    expect(rows()).toEqual(['1024 a done'])
  })

  test('keeps the conversations apart that wait for it', async () => {
    const { sut, timers, store, rows } = recorder()
    store.failure = 'history'
    sut.note([item('a')])
    await settled()
    sut.begin(head(OTHER), [])
    sut.note([item('b')])
    store.failure = null
    timers.pass(1_000)
    await settled()
    expect([rows(), rows(OTHER)]).toEqual([['1024 a done'], ['1024 b done']])
  })

  test('that breaks instead of answering is one more failure', async () => {
    const { sut, timers, store, told, rows } = recorder()
    const saveItems = store.saveItems.bind(store)
    store.saveItems = () => Promise.reject(new Error('the worker is gone'))
    sut.note([item('a')])
    await settled()
    store.saveItems = saveItems
    timers.pass(1_000)
    await settled()
    expect([told, rows()]).toEqual([['history', 'changed', 'changed'], ['1024 a done']])
  })
})

describe('flush', () => {
  test('waits for all that is under way and behind it', async () => {
    const { sut, store, rows } = recorder()
    store.hold()
    sut.note([item('a')])
    sut.note([item('a'), item('b')])
    const flushed = sut.flush()
    store.release()
    await flushed
    expect(rows()).toEqual(['1024 a done', '2048 b done'])
  })

  test('tries once more what failed, and then gives up', async () => {
    const { sut, store, rows } = recorder()
    store.failure = 'history'
    sut.note([item('a')])
    await settled()
    await sut.flush()
    const calls = store.calls.length
    store.failure = null
    await sut.flush()
    expect([calls, rows()]).toEqual([2, ['1024 a done']])
  })

  test('has nothing to wait for where nothing is', async () => {
    const { sut } = recorder()
    await expect(sut.flush()).resolves.toBeUndefined()
  })
})

test('what a response cost is written with its time, and kept while it cannot be', async () => {
  const { sut, timers, store } = recorder()
  store.failure = 'history-locked'
  sut.usage(responseId('r1'), { input_tokens: 5, output_tokens: 7 })
  sut.usage(responseId('r2'), null)
  await settled()
  store.failure = null
  timers.pass(1_000)
  await settled()
  expect(store.usages).toEqual([
    { conversation: TALK, response: 'r1', at: NOON, inputTokens: 5, cachedTokens: 0, outputTokens: 7, inputAudioTokens: 0, outputAudioTokens: 0 },
  ])
})
