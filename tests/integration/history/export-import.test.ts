import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isTimeId } from '../../../src/main/platform/adapters/time-ids'
import type { HistoryJob, HistoryStore } from '../../../src/main/history/core/ports'
import type { JobOutcome, JobProgress } from '../../../src/shared/history'
import { itemId } from '../../../src/shared/ids'
import { newFolder, openStore, shown, valueOf } from './support/store'
import { head, item, MORNING, talkId } from './support/talks'
import { createTexts } from './support/texts'

const NONE = { cancelled: false, conversations: 0, items: 0, skipped: 0 }
const quiet = (): void => undefined
/** Apart from when it was made. */
const contents = (path: string): string => readFileSync(path, 'utf8').replace(/"exportedAt":"[^"]*"/u, '')
const exportJson = async (store: HistoryStore, path: string) => valueOf(await store.exportTo(path, 'json', null, quiet).outcome)

/** As the app mints them, but counted. */
const ownId = (count: number): string => `0195f0c2-b7a4-7c3e-8d5f-${String(count).padStart(12, '0')}`

async function filled(talks: number, itemsEach: number): Promise<HistoryStore> {
  const store = await openStore()
  const text = createTexts(3)
  for (let talk = 0; talk < talks; talk += 1) {
    const writes = Array.from({ length: itemsEach }, (_, position) => item(ownId(position), { position, text: text(), role: position % 2 === 0 ? 'user' : 'assistant', createdAt: MORNING + talk * 1_000 + position }))
    valueOf(await store.saveItems({ ...head(talkId(talk)), startedAt: MORNING + talk * 1_000 }, writes))
  }
  return store
}

test('an export is read back without loss: exported again it is the same', async () => {
  const folder = newFolder()
  const store = await filled(30, 20)
  const passages = [{ cite: 'A1', folder: 'f', path: 'a/Lease "1".pdf', file: 'Lease "1".pdf', page: 3, heading: null }, { cite: 'A2', folder: 'f', path: 'b.md', file: 'b.md', page: null, heading: 'One › Two' }]
  const account = { title: 'Search your folders', approval: 'not-asked', outcome: 'done', result: '2 passages', elapsedMs: 4, passages } as const
  const tool = { callId: 'c', name: 'clock', arguments: '{"a":"b"}', output: 'x\n"y"' }
  valueOf(await store.saveItems(head(talkId(99)), [
    item(ownId(998), { position: -0.5, role: 'assistant', text: 'half\u2028 “heard” \\ </script>', status: 'interrupted', heardChars: 4, audioMs: 12.25 }),
    item(ownId(997), { position: -0.25, role: 'assistant', text: 'not all', ended: 'length' }),
    item(ownId(999), { position: 7, kind: 'tool', text: '', tool, audioMs: null, status: 'failed' }),
    item(ownId(1000), { position: 8, kind: 'tool', text: '', tool: { ...tool, account }, audioMs: null }),
  ]))
  valueOf(await store.rename(talkId(99), 'Given "title"'))
  valueOf(await store.pin(talkId(99), true))
  valueOf(await store.saveUsage({ conversation: talkId(99), response: 'r', at: MORNING, inputTokens: 5, cachedTokens: 1, outputTokens: 2, inputAudioTokens: 3, outputAudioTokens: 0 }))
  const written = await exportJson(store, join(folder, 'one.json'))
  const fresh = await openStore()
  const progress: JobProgress[] = []
  const read = valueOf(await fresh.importFrom(join(folder, 'one.json'), (now) => progress.push(now)).outcome)
  await exportJson(fresh, join(folder, 'two.json'))
  expect({ written, read, last: progress.at(-1), list: valueOf(await fresh.list(null, 100)), one: JSON.parse(readFileSync(join(folder, 'one.json'), 'utf8')) as unknown }).toMatchObject({
    written: { ...NONE, conversations: 31, items: 604 }, read: { ...NONE, conversations: 31, items: 604 }, last: { done: 31, total: 31 },
    list: valueOf(await store.list(null, 100)), one: { format: 'parley-history', version: 1 },
  })
  expect(contents(join(folder, 'two.json'))).toBe(contents(join(folder, 'one.json')))
  expect(valueOf(await fresh.items(talkId(99), null, 9)).rows.map((row) => row.item.ended)).toEqual([undefined, 'length', undefined, undefined])
  expect(valueOf(await fresh.search('given titl', 5)).map((hit) => shown(hit.title))).toEqual(['[Given] "[title]"'])
})

test('conversations that are here stay as they are; removed ones come back', async () => {
  const path = join(newFolder(), 'all.json')
  const store = await filled(4, 2)
  await exportJson(store, path)
  valueOf(await store.rename(talkId(0), 'Mine'))
  valueOf(await store.remove([talkId(1), talkId(2)]))
  valueOf(await store.purge())
  valueOf(await store.remove([talkId(3)]))
  const read = valueOf(await store.importFrom(path, quiet).outcome)
  valueOf(await store.saveItems(head(talkId(1)), [item('new', { position: 9 })]))
  expect({ read, title: valueOf(await store.summary(talkId(0)))?.title, listed: valueOf(await store.list(null, 9)).rows.length, goesOn: valueOf(await store.summary(talkId(1)))?.items }).toEqual({
    read: { cancelled: false, conversations: 3, items: 6, skipped: 1 }, title: 'Mine', listed: 4, goesOn: 3,
  })
})

test('only what is asked for is exported, never what was removed', async () => {
  const path = join(newFolder(), 'some.md')
  const store = await filled(4, 3)
  valueOf(await store.remove([talkId(1)]))
  valueOf(await store.removeItem(talkId(2), itemId(ownId(1))))
  const outcome = valueOf(await store.exportTo(path, 'markdown', [talkId(1), talkId(2), talkId(50)], quiet).outcome)
  expect({ outcome, headings: readFileSync(path, 'utf8').match(/^# /gmu)?.length }).toEqual({ outcome: { ...NONE, conversations: 1, items: 2 }, headings: 1 })
})

/** What the outcome of a job is that is cancelled at once, or after a tenth of it: its outcome tells when that was too late, and it is begun anew. */
async function cancelled(moment: 'at once' | 'midway', begin: (progress: (now: JobProgress) => void) => HistoryJob | Promise<HistoryJob>): Promise<JobOutcome> {
  for (let tries = 1; ; tries += 1) {
    let cancel = quiet
    const job = await begin((now) => { if (moment === 'midway' && now.done > 20) cancel() })
    cancel = job.cancel
    if (moment === 'at once') cancel()
    const outcome = valueOf(await job.outcome)
    if (outcome.cancelled || tries === 5) return outcome
  }
}

test.each(['at once', 'midway'] as const)('cancelled %s, an export leaves no file, an import no trace', async (moment) => {
  const folder = newFolder()
  const path = join(folder, 'all.json')
  const store = await filled(200, 20)
  const exported = await cancelled(moment, (progress) => {
    rmSync(path, { force: true })
    return store.exportTo(path, 'json', null, progress)
  })
  const files = readdirSync(folder)
  await exportJson(store, path)
  let fresh = store
  const imported = await cancelled(moment, async (progress) => {
    fresh = await openStore()
    return fresh.importFrom(path, progress)
  })
  expect({ exported, files, imported, stats: valueOf(await fresh.stats()).items, hits: valueOf(await fresh.search('the', 5)) }).toEqual({
    exported: { ...NONE, cancelled: true }, files: [], imported: { ...NONE, cancelled: true }, stats: 0, hits: [],
  })
})

test('calls go on while a long export runs, which shows the moment it was asked for', async () => {
  const path = join(newFolder(), 'all.json')
  const store = await filled(100, 60)
  let isDone = false
  let meanwhile = 0
  const job = store.exportTo(path, 'json', null, quiet)
  const removed = store.remove([talkId(50)])
  for (let call = 0; call < 20; call += 1) void store.list(null, 20).then(() => { if (!isDone) meanwhile += 1 })
  void job.outcome.then(() => { isDone = true })
  const waits: number[] = []
  while (!isDone) {
    const began = performance.now()
    valueOf(await store.list(null, 20))
    waits.push(performance.now() - began)
  }
  console.log(`slowest of ${String(waits.length)} calls during an export: ${Math.max(...waits).toFixed(1)} ms`)
  expect({ outcome: valueOf(await job.outcome), removed: valueOf(await removed), several: meanwhile > 5 }).toEqual({ outcome: { ...NONE, conversations: 100, items: 6_000 }, removed: null, several: true })
})

test('"delete everything" waits for an export that was asked for before', async () => {
  const path = join(newFolder(), 'all.json')
  const store = await filled(20, 20)
  const job = store.exportTo(path, 'json', null, quiet)
  const removed = valueOf(await store.removeEverything())
  expect({ outcome: valueOf(await job.outcome).items, removed: removed.items, left: valueOf(await store.stats()).items }).toEqual({ outcome: 400, removed: 400, left: 0 })
})

test.each([
  ['no JSON', 'hello', 'This is not a history that Parley exported.'],
  ['other JSON', '[{"mapping":{}}]', 'This is not a history that Parley exported.'],
  ['a later format', '{"format":"parley-history","version":2,"exportedAt":"","conversations":[]}', 'It was written by another version of Parley (format 2).'],
  ['cut off', (good: string) => good.slice(0, -20), 'This is not a history that Parley exported.'],
  ['wrong at its very end', (good: string) => good.replace(/"role":"assistant"(?!.*"role":"assistant")/su, '"role":"nobody"'), 'Conversation 3 → items → 1 → role'],
])('a file that is %s changes nothing and says why', async (_what, text, reason) => {
  const path = join(newFolder(), 'wrong.json')
  const source = await filled(3, 2)
  await exportJson(source, path)
  writeFileSync(path, typeof text === 'string' ? text : text(readFileSync(path, 'utf8')))
  const store = await openStore()
  const outcome = await store.importFrom(path, quiet).outcome
  expect({ outcome, items: valueOf(await store.stats()).items }).toEqual({ outcome: { ok: false, error: { tag: 'import', detail: expect.stringContaining(reason) } }, items: 0 })
})

test('a file that is not there, or a folder without room for the export, is told', async () => {
  const folder = newFolder()
  const store = await filled(1, 1)
  const missing = await store.importFrom(join(folder, 'no.json'), quiet).outcome
  const nowhere = await store.exportTo(join(folder, 'no', 'all.json'), 'text', null, quiet).outcome
  expect({ missing, nowhere: nowhere.ok, made: existsSync(join(folder, 'no')) }).toEqual({ missing: { ok: false, error: { tag: 'import', detail: 'There is no such file.' } }, nowhere: false, made: false })
})

test('what a server named, at any length, is read under ids of our own; twice under different ones', async () => {
  const path = join(newFolder(), 'named.json')
  const store = await openStore()
  const ids = ['item_1', 'x'.repeat(416), '0195f0c2b7a47c3e8d5f1a2b3c4d5e6f', ownId(7)]
  valueOf(await store.saveItems(head(talkId(0)), ids.map((id, position) => item(id, { position, text: String(position) }))))
  valueOf(await store.saveItems(head(talkId(1)), ids.map((id, position) => item(id, { position, text: String(position) }))))
  valueOf(await store.saveUsage({ conversation: talkId(0), response: 'r'.repeat(416), at: MORNING, inputTokens: 5, cachedTokens: 1, outputTokens: 2, inputAudioTokens: 3, outputAudioTokens: 0 }))
  await exportJson(store, path)
  const fresh = await openStore()
  const read = valueOf(await fresh.importFrom(path, quiet).outcome)
  const items = [...valueOf(await fresh.items(talkId(0), null, 9)).rows, ...valueOf(await fresh.items(talkId(1), null, 9)).rows].map((row) => row.item)
  const ours = items.filter(({ id }) => isTimeId(id))
  expect({ read, texts: items.map(({ text }) => text), ours: ours.length, different: new Set(ours.map(({ id }) => id)).size, kept: items.filter(({ id }) => id === ownId(7)).length }).toEqual({
    read: { ...NONE, conversations: 2, items: 8 },
    texts: ['0', '1', '2', '3', '0', '1', '2', '3'],
    ours: 8,
    different: 7,
    kept: 2,
  })
})
