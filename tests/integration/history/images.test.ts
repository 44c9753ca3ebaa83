import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { HistoryStore } from '../../../src/main/history/core/ports'
import { imageId, itemId } from '../../../src/shared/ids'
import type { ImageNote } from '../../../src/shared/images/images'
import { sampleJpeg, samplePng } from '../../fakes/sample-images'
import { newFolder, openStore, tagOf, valueOf } from './support/store'
import { head, item, talkId } from './support/talks'

const A = talkId(1)
/** As the app mints them. */
const ids = { a: '0195f0c2-b7a4-7c3e-8d5f-00000000000a', b: '0195f0c2-b7a4-7c3e-8d5f-00000000000b', c: '0195f0c2-b7a4-7c3e-8d5f-00000000000c' }
const MARK = 0xa7
const JPEG = sampleJpeg(1_568, 1_000, 60_000, MARK)
const PNG = samplePng(30, 20)
const NOTES = [
  { id: imageId('photo'), type: 'image/jpeg' as const, width: 1_568, height: 1_000, bytes: JPEG.length },
  { id: imageId('shot'), type: 'image/png' as const, width: 30, height: 20, bytes: PNG.length },
]
const shown = (id: string, position: number) => ({ ...item(id, { position, kind: 'text', text: 'What is this?', images: NOTES }), images: [JPEG, PNG] })
const apartFromId = ({ type, width, height, bytes }: ImageNote) => ({ type, width, height, bytes })
const quiet = (): void => undefined
const found = async (store: HistoryStore) => (await Promise.all(NOTES.map(async ({ id }) => valueOf(await store.image(id))))).map((file) => file?.bytes ?? null)
const holds = (folder: string): boolean =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)).filter((path) => statSync(path).isFile()).some((path) => readFileSync(path).includes(Buffer.alloc(500, MARK)))

async function filled(folder = newFolder()): Promise<HistoryStore> {
  const store = await openStore(folder)
  valueOf(await store.saveItems(head(A), [item(ids.a), shown(ids.b, 1), item(ids.c, { position: 2 })]))
  return store
}

test('images are kept with their item, survive later versions of it, and are there after a restart', async () => {
  const folder = newFolder()
  const first = await filled(folder)
  valueOf(await first.saveItems(head(A), [{ item: shown(ids.b, 1).item, position: 5 }]))
  await first.close()
  const store = await openStore(folder)
  const rows = valueOf(await store.items(A, null, 9)).rows
  expect({ notes: rows.map(({ item: { images } }) => images), files: await found(store), type: valueOf(await store.image(imageId('shot')))?.type, unknown: valueOf(await store.image(imageId('x'))) }).toEqual({
    notes: [undefined, undefined, NOTES], files: [JPEG, PNG], type: 'image/png', unknown: null,
  })
})

test.each([
  ['its item, while it is said', (store: HistoryStore) => store.dropItem(A, itemId(ids.b))],
  ['its item, without an undo', async (store: HistoryStore) => (valueOf(await store.removeItem(A, itemId(ids.b))), store.purge())],
  ['its conversation', async (store: HistoryStore) => (valueOf(await store.remove([A])), store.purge())],
  ['its age', (store: HistoryStore) => store.forget([A], Date.UTC(2100, 0))],
  ['everything', (store: HistoryStore) => store.removeEverything()],
])('an image goes with %s, and no byte of it stays in any file', async (_what, remove) => {
  const folder = newFolder()
  const store = await filled(folder)
  const before = holds(folder)
  valueOf<unknown>(await remove(store))
  const files = await found(store)
  await store.close()
  expect({ before, files, after: holds(folder) }).toEqual({ before: true, files: [null, null], after: false })
})

test('what is removed and restored has its images again', async () => {
  const store = await filled()
  valueOf(await store.removeItem(A, itemId(ids.b)))
  valueOf(await store.restoreItem(A, itemId(ids.b)))
  expect(await found(store)).toEqual([JPEG, PNG])
})

test('a JSON export carries them and is read back without loss; the readable ones name them', async () => {
  const folder = newFolder()
  const store = await filled()
  const path = (name: string) => join(folder, name)
  const write = async (from: HistoryStore, name: string, format: 'json' | 'markdown' | 'text') => valueOf(await from.exportTo(path(name), format, null, quiet).outcome)
  const text = (name: string) => readFileSync(path(name), 'utf8').replace(/"exportedAt":"[^"]*"/u, '')
  await write(store, 'one.json', 'json')
  await write(store, 'one.md', 'markdown')
  await write(store, 'one.txt', 'text')
  const fresh = await openStore()
  const read = valueOf(await fresh.importFrom(path('one.json'), quiet).outcome)
  await write(fresh, 'two.json', 'json')
  const arrived = valueOf(await fresh.items(A, null, 9)).rows[1]?.item.images ?? []
  const files = await Promise.all(arrived.map(async ({ id }) => valueOf(await fresh.image(id))?.bytes))
  expect({ items: read.items, same: text('two.json') === text('one.json'), notes: arrived.map(apartFromId), files, markdown: text('one.md').includes('[image, 1568 × 1000]\n[image, 30 × 20]\n\nWhat is this?'), plain: text('one.txt').includes('  [image, 1568 × 1000]\n  [image, 30 × 20]\n  What is this?') }).toEqual({
    items: 3, same: true, notes: NOTES.map(apartFromId), files: [JPEG, PNG], markdown: true, plain: true,
  })
})

test.each([
  ['is none', (good: string) => good.replace(Buffer.from(PNG).toString('base64'), Buffer.from('no image').toString('base64'))],
  ['is too large', (good: string) => good.replace(Buffer.from(PNG).toString('base64'), Buffer.from(sampleJpeg(9, 9, 1_600_000)).toString('base64'))],
  ['would not have been sent', (good: string) => good.replace(Buffer.from(PNG).toString('base64'), Buffer.from(sampleJpeg(2_000, 9)).toString('base64'))],
])('a file with an image that %s changes nothing and says where', async (_what, spoil) => {
  const path = join(newFolder(), 'all.json')
  valueOf(await (await filled()).exportTo(path, 'json', null, quiet).outcome)
  writeFileSync(path, spoil(readFileSync(path, 'utf8')))
  const store = await openStore()
  const outcome = await store.importFrom(path, quiet).outcome
  expect({ tag: tagOf(outcome), where: outcome.ok ? '' : outcome.error.detail?.includes('items → 1 → images'), items: valueOf(await store.stats()).items }).toEqual({ tag: 'import', where: true, items: 0 })
})
