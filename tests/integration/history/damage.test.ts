import { copyFileSync, existsSync, openSync, closeSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { expect, test } from 'vitest'
import { itemId, turnId } from '../../../src/shared/ids'
import { newFolder, openStore, storeIn, tagOf, valueOf, WORKER } from './support/store'
import { head, item, MORNING, talkId } from './support/talks'

const A = talkId(1)
const DAY = '2026-03-01'
const at = (): number => MORNING

const SEGMENT = { id: 's', turn: turnId('t'), conversation: null, host: 'host', startedAt: 1, elapsedMs: 1, bytes: 1, mode: 'hold', end: 'sent' } as const

/** A folder with a history of some pages that was closed properly. */
async function used(): Promise<string> {
  const folder = newFolder()
  const store = await openStore(folder)
  for (let number = 1; number <= 20; number += 1) {
    valueOf(await store.saveItems(head(talkId(number)), Array.from({ length: 50 }, (_, position) => item(`i${String(position)}`, { position, text: `sentence ${String(number * position)} of many words` }))))
  }
  valueOf(await store.saveAudio(A, itemId('i1'), new Int16Array(1_000), 1e9))
  await store.close()
  return folder
}

function overwrite(path: string, from: number, bytes: number): void {
  const handle = openSync(path, 'r+')
  for (let written = 0; written < bytes; written += 4_096) writeSync(handle, Buffer.alloc(Math.min(4_096, bytes - written), 0xa5), 0, Math.min(4_096, bytes - written), from + written)
  closeSync(handle)
}

const DAMAGES: Readonly<Record<string, (path: string) => void>> = {
  'no database at all': (path) => writeFileSync(path, 'these are not the bytes you are looking for '.repeat(1_000)),
  'a header of garbage': (path) => overwrite(path, 0, 100),
  'a file cut in half': (path) => truncateSync(path, Math.floor(statSync(path).size / 2 / 4_096) * 4_096),
  'the schema overwritten': (path) => overwrite(path, 100, 3_996),
  'all pages but the first overwritten': (path) => overwrite(path, 4_096, statSync(path).size - 4_096),
  'somebody else’s database': (path) => {
    writeFileSync(path, '')
    const db = new DatabaseSync(path)
    db.exec('CREATE TABLE birds (name TEXT)')
    db.close()
  },
}

test.each(Object.entries(DAMAGES))('%s is set aside whole, and a new history begins', async (_what, damage) => {
  const folder = await used()
  damage(join(folder, 'history.db'))
  const bytes = readFileSync(join(folder, 'history.db'))
  const store = storeIn(folder, WORKER, at)
  const { setAside } = valueOf(await store.open())
  const works = [tagOf(await store.saveItems(head(A), [item('a')])), valueOf(await store.stats()).items]
  const aside = readFileSync(join(folder, setAside ?? '')).equals(bytes)
  expect({ setAside, aside, audio: existsSync(join(folder, `history.damaged-${DAY}.audio`)), works }).toEqual({
    setAside: `history.damaged-${DAY}.db`, aside: true, audio: true, works: [null, 1],
  })
})

test('a second one on the same day does not replace the first', async () => {
  const folder = newFolder()
  const names: unknown[] = []
  for (let round = 0; round < 3; round += 1) {
    writeFileSync(join(folder, 'history.db'), `garbage ${String(round)} `.repeat(1_000))
    const store = storeIn(folder, WORKER, at)
    names.push(valueOf(await store.open()).setAside)
    await store.close()
  }
  expect(names).toEqual(['', '-2', '-3'].map((count) => `history.damaged-${DAY}${count}.db`))
})

test('an empty file is a new history', async () => {
  const folder = newFolder()
  writeFileSync(join(folder, 'history.db'), '')
  const store = storeIn(folder)
  expect([valueOf(await store.open()), tagOf(await store.saveItems(head(A), [item('a')]))]).toEqual([{ setAside: null }, null])
})

test('the history of a later Parley is left as it is', async () => {
  const folder = await used()
  const db = new DatabaseSync(join(folder, 'history.db'))
  db.exec('PRAGMA user_version = 99')
  db.close()
  const bytes = readFileSync(join(folder, 'history.db'))
  const store = storeIn(folder, WORKER, at)
  const { setAside } = valueOf(await store.open())
  expect({ setAside, same: readFileSync(join(folder, setAside ?? '')).equals(bytes), items: valueOf(await store.stats()).items }).toEqual({
    setAside: `history.newer-${DAY}.db`, same: true, items: 0,
  })
})

test('damage that is met while it runs is told, the rest goes on, and the next start sets it aside', async () => {
  const folder = await used()
  const path = join(folder, 'history.db')
  const bytes = readFileSync(path)
  for (let found = bytes.indexOf('sentence 250 of'); found >= 0; found = bytes.indexOf('sentence 250 of', found + 1)) {
    overwrite(path, found - (found % 4_096), 4_096)
  }
  const first = storeIn(folder, WORKER, at)
  const opened = valueOf(await first.open())
  const answers = [tagOf(await first.items(talkId(10), null, 50)), tagOf(await first.items(talkId(10), 5, 5)), tagOf(await first.saveSegment(SEGMENT))]
  await first.close()
  const store = storeIn(folder, WORKER, at)
  expect({ opened, answers, next: valueOf(await store.open()), works: tagOf(await store.saveItems(head(A), [item('a')])) }).toEqual({
    opened: { setAside: null }, answers: ['history-damaged', null, null], next: { setAside: `history.damaged-${DAY}.db` }, works: null,
  })
})

test('an index of words that is broken is made anew; nothing is set aside', async () => {
  const folder = await used()
  const db = new DatabaseSync(join(folder, 'history.db'))
  db.enableDefensive(false)
  db.exec('DELETE FROM item_words_data WHERE id > 10')
  db.close()
  const first = await openStore(folder)
  const told = tagOf(await first.search('sentence', 50))
  await first.close()
  const store = storeIn(folder)
  expect({ told, next: valueOf(await store.open()), hits: valueOf(await store.search('sentence', 50)).length, files: readdirSync(folder).filter((name) => name.includes('damaged')) }).toEqual({
    told: 'history-damaged', next: { setAside: null }, hits: 50, files: [],
  })
})

test('what a process left that did not end by itself is read, log and all', async () => {
  const folder = newFolder()
  const store = await openStore(folder)
  valueOf(await store.saveItems(head(A), [item('a')]))
  const copy = newFolder()
  for (const name of readdirSync(folder)) copyFileSync(join(folder, name), join(copy, name))
  const hasLog = statSync(join(copy, 'history.db-wal')).size > 0
  const second = storeIn(copy)
  expect({ hasLog, opened: valueOf(await second.open()), items: valueOf(await second.stats()).items }).toEqual({ hasLog: true, opened: { setAside: null }, items: 1 })
})
