import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { draftId, itemId } from '../../../src/shared/ids'
import { openStore, storeIn, tagOf, valueOf } from './support/store'
import { head, item, talkId } from './support/talks'

const A = talkId(1)
const SIZE = '6m'
const folder = mkdtempSync(join(tmpdir(), 'parley-full-'))
const ballast = join(folder, 'ballast')
/** Only root may mount a small file system; a quota or a file size limit would fail in other ways than a full disk does. */
const canMount = process.platform === 'linux' && mounted()

function mounted(): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', folder], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

beforeAll(() => {
  if (!canMount) console.log('skipped: a full disk needs a small file system, which only root can mount')
})
afterAll(() => {
  if (canMount) execFileSync('umount', ['-l', folder])
  rmSync(folder, { recursive: true, force: true })
})

function fill(): void {
  const { bavail, bsize } = statfsSync(folder)
  writeFileSync(ballast, Buffer.alloc(bavail * bsize))
}

test.skipIf(!canMount)('a full disk is told, nothing is lost or half written, and with room it goes on', async () => {
  const home = join(folder, 'history')
  const store = await openStore(home)
  valueOf(await store.saveItems(head(A), [item('a')]))
  valueOf(await store.saveAudio(A, itemId('a'), new Int16Array(10), 1e9))
  fill()
  const long = 'many words '.repeat(20_000)
  const during = {
    save: tagOf(await store.saveItems(head(A), [item('b', { position: 1, text: long })])),
    draft: tagOf(await store.saveDraft({ id: draftId('d'), conversation: A, createdAt: 1, ms: 1, saidTo: null }, new Int16Array(200_000))),
    audio: tagOf(await store.saveAudio(A, itemId('a'), Int16Array.from({ length: 200_000 }, (_, index) => Math.imul(index, 2_654_435_761) >> 16), 1e9)),
    export: tagOf(await store.exportTo(join(folder, 'all.json'), 'json', null, () => undefined).outcome),
    read: valueOf(await store.items(A, null, 5)).rows.map((row) => row.item.id),
    sound: valueOf(await store.audio(A, itemId('a')))?.length,
    parts: [...readdirSync(folder), ...readdirSync(home, { recursive: true, encoding: 'utf8' })].filter((name) => name.includes('part')),
  }
  rmSync(ballast)
  const after = [tagOf(await store.saveItems(head(A), [item('b', { position: 1, text: long })])), valueOf(await store.items(A, null, 5)).rows.length, existsSync(join(folder, 'all.json'))]
  expect({ during, after }).toEqual({
    during: { save: 'history-full', draft: 'history-full', audio: 'history-full', export: 'history-full', read: ['a'], sound: 10, parts: [] }, after: [null, 2, false],
  })
})

test.skipIf(!canMount)('a start on a full disk is told and made up for later', async () => {
  const home = join(folder, 'fresh')
  fill()
  const store = storeIn(home)
  const during = tagOf(await store.open())
  rmSync(ballast)
  expect({ during, after: valueOf(await store.open()), save: tagOf(await store.saveItems(head(A), [item('a')])) }).toEqual({
    during: 'history-full', after: { setAside: null }, save: null,
  })
})
