import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { itemId } from '../../../src/shared/ids'
import type { GivenPassage, SentText } from '../../../src/shared/knowledge/passages'
import { newFolder, openStore, valueOf } from './support/store'
import { head, item, talkId } from './support/talks'

const sent = (id: string, at: number, bytes = 10): SentText => ({ id, at, host: 'vectors.quarkstrudel.example', bytes, characters: bytes - 1, files: 2, kind: 'passages' })
const lease: GivenPassage = { cite: 'A1', folder: 'f', path: 'house/Quarkstrudel.pdf', file: 'Quarkstrudel.pdf', page: 3, heading: 'Notice' }
const search = (passages: readonly GivenPassage[]) => ({
  callId: 'c', name: 'search_knowledge', arguments: '{}', output: '[]',
  account: { title: 'Search your folders', approval: 'not-asked', outcome: 'done', result: null, elapsedMs: 1, passages } as const,
})
const call = (passages: readonly GivenPassage[]) => item('s', { role: 'assistant', kind: 'tool', text: '', audioMs: null, tool: search(passages) })

test('what was sent is kept once, newest first, over a restart', async () => {
  const folder = newFolder()
  const first = await openStore(folder)
  valueOf(await first.saveSentText([sent('a', 1), sent('b', 3, 20)]))
  valueOf(await first.saveSentText([sent('b', 4, 99), { ...sent('c', 2), kind: 'question' }]))
  await first.close()
  const store = await openStore(folder)
  const pages = [valueOf(await store.sentText(null, 2)), valueOf(await store.sentText(2, 2))]
  expect({ pages: pages.map(({ rows, more }) => ({ ids: rows.map(({ id, kind, bytes }) => `${id} ${kind} ${String(bytes)}`), more })), totals: valueOf(await store.sentTotals()) }).toEqual({
    pages: [{ ids: ['b passages 20', 'c question 10'], more: true }, { ids: ['a passages 10'], more: false }],
    totals: { sendings: 3, bytes: 40, characters: 37 },
  })
})

test('what is too old goes from the account, and nothing else', async () => {
  const store = await openStore(newFolder())
  valueOf(await store.saveSentText([sent('a', 1), sent('b', 5)]))
  const old = [valueOf(await store.expired(2, 0)).sentText, valueOf(await store.expired(1, 0)).sentText]
  valueOf(await store.forgetSentText(5))
  expect([old, valueOf(await store.sentText(null, 9)).rows.map(({ id }) => id)]).toEqual([[true, false], ['b']])
})

test('the passages of a call are found by it after a restart, and not when it or its conversation is gone', async () => {
  const folder = newFolder()
  const first = await openStore(folder)
  for (const each of [1, 2, 3]) valueOf(await first.saveItems(head(talkId(each)), [call([lease]), item('said', { position: 1 })]))
  await first.close()
  const store = await openStore(folder)
  valueOf(await store.removeItem(talkId(2), itemId('s')))
  valueOf(await store.remove([talkId(3)]))
  const found = await Promise.all([1, 2, 3, 4].map(async (each) => valueOf(await store.givenPassages(talkId(each), itemId('s')))))
  expect({ found, other: valueOf(await store.givenPassages(talkId(1), itemId('said'))) }).toEqual({ found: [[lease], [], [], []], other: [] })
})

test('the files stand in a readable export, and "nothing found"', async () => {
  const folder = newFolder()
  const store = await openStore(folder)
  valueOf(await store.saveItems(head(talkId(1)), [call([lease]), { ...call([]), position: 2, item: { ...call([]).item, id: itemId('none') } }]))
  const texts = await Promise.all((['text', 'markdown'] as const).map(async (format) => {
    const path = join(folder, `out.${format}`)
    valueOf(await store.exportTo(path, format, null, () => undefined).outcome)
    return readFileSync(path, 'utf8')
  }))
  expect(texts.map((text) => [text.includes('given A1: Quarkstrudel.pdf, page 3'), text.includes('nothing found')])).toEqual([[true, true], [true, true]])
})

test('after "delete everything" no file holds a name or a host of it', async () => {
  const folder = newFolder()
  const store = await openStore(folder)
  const holding = () => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(folder, name)).isFile() && readFileSync(join(folder, name)).toString('latin1').toLowerCase().includes('quarkstrudel'))
  valueOf(await store.saveItems(head(talkId(1)), [call([lease])]))
  valueOf(await store.saveSentText([sent('a', 1)]))
  const before = holding().length
  valueOf(await store.removeEverything())
  expect({ before: before > 0, after: holding(), totals: valueOf(await store.sentTotals()) }).toEqual({ before: true, after: [], totals: { sendings: 0, bytes: 0, characters: 0 } })
})
