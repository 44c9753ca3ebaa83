import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { conversationId, itemId } from '../../../src/shared/ids'
import { newFolder, openStore, tagOf, valueOf } from './support/store'
import { head, item, talkId } from './support/talks'

const A = talkId(1)
const ROOM = 1_000_000_000
/** As hard to press together as noise, so that sizes are known. */
const noise = (seed: number, samples = 24_000): Int16Array => Int16Array.from({ length: samples }, (_, index) => (Math.imul(index + seed, 2_654_435_761) >> 16))
const filesIn = (folder: string): readonly string[] => readdirSync(join(folder, 'audio'), { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('.'))

test('sound comes back sample by sample, replaced by its next save', async () => {
  const folder = newFolder()
  const store = await openStore(folder)
  valueOf(await store.saveItems(head(A), [item('a'), item('b', { position: 1 })]))
  valueOf(await store.saveAudio(A, itemId('a'), noise(1), ROOM))
  const pcm = noise(2, 100_001)
  valueOf(await store.saveAudio(A, itemId('a'), pcm, ROOM))
  valueOf(await store.saveItems(head(A), [item('a', { text: 'later words' })]))
  const flags = valueOf(await store.items(A, null, 5)).rows.map((row) => row.item.hasAudio)
  expect({ same: valueOf(await store.audio(A, itemId('a'))), none: valueOf(await store.audio(A, itemId('b'))), flags, files: filesIn(folder).length, stats: valueOf(await store.stats()).audioFiles }).toEqual({
    same: pcm, none: null, flags: [true, false], files: 1, stats: 1,
  })
})

test('the oldest sound goes where there is more than was allowed', async () => {
  const folder = newFolder()
  const store = await openStore(folder)
  valueOf(await store.saveItems(head(A), [1, 2, 3, 4].map((position) => item(`i${String(position)}`, { position }))))
  for (const number of [1, 2, 3, 4]) valueOf(await store.saveAudio(A, itemId(`i${String(number)}`), noise(number), 110_000))
  const left = valueOf(await store.items(A, null, 5)).rows.filter((row) => row.item.hasAudio).map((row) => row.item.id)
  const { audioFiles, audioBytes } = valueOf(await store.stats())
  expect({ left, files: filesIn(folder).length, audioFiles, fits: audioBytes <= 110_000 }).toEqual({ left: ['i3', 'i4'], files: 2, audioFiles: 2, fits: true })
})

test('sound goes for good with its item and its conversation', async () => {
  const folder = newFolder()
  const store = await openStore(folder)
  const [one, two] = [talkId(1), talkId(2)]
  for (const talk of [one, two]) valueOf(await store.saveItems(head(talk), [item('a'), item('b', { position: 1 }), item('c', { position: 2 })]))
  for (const id of ['a', 'b', 'c']) valueOf(await store.saveAudio(one, itemId(id), noise(1), ROOM))
  valueOf(await store.saveAudio(two, itemId('a'), noise(1), ROOM))
  valueOf(await store.removeItem(one, itemId('a')))
  valueOf(await store.dropItem(one, itemId('b')))
  valueOf(await store.remove([two]))
  const kept = filesIn(folder).length
  valueOf(await store.purge())
  expect({ kept, files: filesIn(folder).length, folders: readdirSync(join(folder, 'audio')).length, late: valueOf(await store.saveAudio(two, itemId('a'), noise(1), ROOM)) }).toEqual({
    kept: 3, files: 1, folders: 1, late: null,
  })
})

test('ids that would be paths are not', async () => {
  const folder = newFolder()
  const store = await openStore(join(folder, 'inner'))
  const evil = { talk: conversationId('../../up'), item: itemId('..\\..\\/etc/passwd\u0000.flac') }
  valueOf(await store.saveItems({ ...head(A), id: evil.talk }, [item(evil.item)]))
  valueOf(await store.saveAudio(evil.talk, evil.item, noise(3), ROOM))
  expect({ outside: readdirSync(folder), names: filesIn(join(folder, 'inner')).every((name) => /^\d+\/\d+-1\.flac$/u.test(name)), back: valueOf(await store.audio(evil.talk, evil.item)) }).toEqual({
    outside: ['inner'], names: true, back: noise(3),
  })
})

test('sound of an item that is not there is refused, a file that is missing or broken is told', async () => {
  const folder = newFolder()
  const store = await openStore(folder)
  const unknown = tagOf(await store.saveAudio(A, itemId('a'), noise(1), ROOM))
  valueOf(await store.saveItems(head(A), [item('a')]))
  valueOf(await store.saveAudio(A, itemId('a'), noise(1), ROOM))
  const path = join(folder, 'audio', filesIn(folder)[0] ?? '')
  writeFileSync(path, 'no flac')
  const broken = tagOf(await store.audio(A, itemId('a')))
  rmSync(path)
  expect({ unknown, broken, missing: valueOf(await store.audio(A, itemId('a'))), flag: valueOf(await store.items(A, null, 1)).rows[0]?.item.hasAudio }).toEqual({
    unknown: 'history', broken: 'history', missing: null, flag: false,
  })
})
