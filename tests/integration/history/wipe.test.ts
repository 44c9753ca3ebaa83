import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { draftId, itemId, turnId } from '../../../src/shared/ids'
import { newFolder, openStore, storeIn, valueOf } from './support/store'
import { head, item, talkId } from './support/talks'

const [A, B] = [talkId(1), talkId(2)]
const SECRET = 'Zugangswort Quarkstrudel'

/** The files that hold the bytes of a word, however it was written. */
function filesWith(folder: string, word: string): readonly string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(folder, name)).isFile())
  return names.filter((name) => readFileSync(join(folder, name)).toString('latin1').toLowerCase().includes(word))
}

test('after "delete everything" no file holds a word of it, and what was running does not come back', async () => {
  const folder = newFolder()
  writeFileSync(join(folder, 'history.db'), `${SECRET} `.repeat(1_000))
  const store = storeIn(folder)
  const { setAside } = valueOf(await store.open())
  for (let number = 1; number <= 60; number += 1) valueOf(await store.saveItems(head(talkId(number)), [item('a', { text: SECRET }), item('b', { position: 1 })]))
  valueOf(await store.rename(A, SECRET))
  valueOf(await store.remove([B]))
  valueOf(await store.saveAudio(A, itemId('a'), new Int16Array(10), 1e9))
  valueOf(await store.saveDraft({ id: draftId('d'), conversation: A, createdAt: 1, ms: 1, saidTo: null }, new Int16Array(10)))
  valueOf(await store.saveSegment({ id: 's', turn: turnId('t'), conversation: A, host: 'quarkstrudel.example', startedAt: 1, elapsedMs: 1, bytes: 1, mode: 'hold', end: null }))
  valueOf(await store.saveUsage({ conversation: A, response: 'quarkstrudel', at: 1, inputTokens: 1, cachedTokens: 0, outputTokens: 1, inputAudioTokens: 0, outputAudioTokens: 0 }))
  const before = filesWith(folder, 'quarkstrudel').length
  const removed = valueOf(await store.removeEverything())
  const after = { files: filesWith(folder, 'quarkstrudel'), all: readdirSync(folder).filter((name) => name !== 'audio').toSorted() }
  const late = await store.saveItems(head(A), [item('late', { text: 'late' })])
  valueOf(await store.saveItems(head(talkId(100)), [item('new', { text: 'new' })]))
  expect(late).toMatchObject({ ok: false, error: { tag: 'history-gone' } })
  expect({ setAside: setAside !== null, before: before >= 2, removed, after, stats: valueOf(await store.stats()), hits: valueOf(await store.search('new', 5)).length }).toMatchObject({
    setAside: true, before: true,
    removed: { conversations: 60, items: 120, drafts: 1, segments: 1, audioFiles: 1, bytes: expect.any(Number) },
    after: { files: [], all: ['history.db', 'history.db-shm', 'history.db-wal'] },
    stats: { conversations: 1, items: 1, drafts: 0, audioFiles: 0 }, hits: 1,
  })
  expect(removed.bytes).toBeGreaterThan(0)
})

test.each([['few', 3], ['many', 150]])('what is purged leaves no word in the files either (%s items)', async (_what, count) => {
  const folder = newFolder()
  const first = await openStore(folder)
  const noise = Array.from({ length: 300 }, (_, position) => item(`n${String(position)}`, { position, text: `other words ${String(position)}` }))
  valueOf(await first.saveItems(head(B), noise))
  for (let at = 0; at < count; at += 1) valueOf(await first.saveItems(head(A), [item(`a${String(at)}`, { position: at, text: SECRET }), item(`b${String(at)}`, { position: at, text: 'harmless' })]))
  await first.close()
  const before = filesWith(folder, 'quarkstrudel').length
  const store = await openStore(folder)
  valueOf(await store.remove([A]))
  valueOf(await store.purge())
  expect({ before, after: filesWith(folder, 'quarkstrudel'), found: valueOf(await store.search('other', 500)).length, gone: valueOf(await store.search('harmless', 5)) }).toEqual({ before: 1, after: [], found: 300, gone: [] })
})
