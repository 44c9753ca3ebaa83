import { expect, test } from 'vitest'
import type { ResponseUsage } from '../../../src/shared/history'
import { newFolder, storeIn, tagOf, valueOf } from './support/store'
import { head, item, talkId } from './support/talks'

const A = talkId(1)
const DYING = new URL('./support/dying-worker.mjs', import.meta.url)
const usage: ResponseUsage = { conversation: A, response: 'r', at: 1, inputTokens: 1, cachedTokens: 0, outputTokens: 1, inputAudioTokens: 0, outputAudioTokens: 0 }

test('calls that a dead worker had are answered, and the next call starts another one on the same history', async () => {
  const store = storeIn(newFolder(), DYING)
  valueOf(await store.open())
  valueOf(await store.saveItems(head(A), [item('a')]))
  const job = store.saveUsage(usage)
  const waiting = store.list(null, 5)
  const answers = (await Promise.all([job, waiting])).map(tagOf)
  expect({ answers, after: valueOf(await store.list(null, 5)).rows.length, again: tagOf(await store.saveUsage(usage)), still: valueOf(await store.stats()).items }).toEqual({
    answers: ['history', 'history'], after: 1, again: 'history', still: 1,
  })
})

test('a worker that dies again and again is given up', async () => {
  const store = storeIn(newFolder(), DYING)
  const answers: unknown[] = []
  for (let round = 0; round < 4; round += 1) answers.push(tagOf(await store.saveUsage(usage)))
  expect([...answers, tagOf(await store.list(null, 5))]).toEqual(Array(5).fill('history'))
})

test('a module that is no worker fails every call and no more', async () => {
  const store = storeIn(newFolder(), new URL('./support/no-such-file.mjs', import.meta.url))
  expect([tagOf(await store.open()), tagOf(await store.list(null, 5))]).toEqual(['history', 'history'])
})

test('after the end nothing is asked any more, and what was asked before is done', async () => {
  const store = storeIn(newFolder())
  const before = store.saveItems(head(A), [item('a')])
  const closed = store.close()
  expect([await before, (await store.list(null, 5)).ok, await closed]).toEqual([{ ok: true, value: null }, false, undefined])
})
