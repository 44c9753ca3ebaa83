import { chmodSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { draftId, itemId } from '../../../src/shared/ids'
import { newFolder, openStore, valueOf } from './support/store'
import { head, item, MORNING, talkId } from './support/talks'

let umask: number
beforeEach(() => { umask = process.umask(0) }) // whatever is not asked for would be open to everybody
afterEach(() => { process.umask(umask) })

const mode = (path: string) => (statSync(path).mode & 0o777).toString(8)
const modesIn = (folder: string) => Object.fromEntries(['.', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })].map((name) => [name.replace(/\d+/g, 'N'), mode(join(folder, name))]))

async function write(folder: string) {
  const store = await openStore(folder)
  valueOf(await store.saveItems(head(talkId(1)), [item('a')]))
  valueOf(await store.saveAudio(talkId(1), itemId('a'), new Int16Array(240), 1_000_000))
  valueOf(await store.saveDraft({ id: draftId('d'), conversation: talkId(1), createdAt: MORNING, ms: 10, saidTo: null }, new Int16Array(240)))
  return store
}

const PRIVATE = { '.': '700', 'history.db': '600', 'history.db-wal': '600', 'history.db-shm': '600', audio: '700', 'audio/N': '700', 'audio/N/N-N.flac': '600' }

test('database, log, index, sound and exports are for their person only', async () => {
  const folder = join(newFolder(), 'history')
  const store = await write(folder)
  const path = join(newFolder(), 'ledger.csv')
  valueOf(await store.exportLedger(path))
  expect([modesIn(folder), mode(path)]).toEqual([PRIVATE, '600'])
})

test('a history that an earlier version left open is closed when it is opened', async () => {
  const folder = join(newFolder(), 'history')
  await (await write(folder)).close()
  chmodSync(folder, 0o755)
  chmodSync(join(folder, 'history.db'), 0o644)
  await write(folder)
  expect(modesIn(folder)).toMatchObject({ '.': '700', 'history.db': '600', 'history.db-wal': '600', 'history.db-shm': '600' })
})

test('what is set aside is closed first, and so is the mark of damage', async () => {
  const folder = join(newFolder(), 'history')
  mkdirSync(folder, { mode: 0o755 })
  writeFileSync(join(folder, 'history.db'), 'no database at all, but words of somebody', { mode: 0o644 })
  await write(folder)
  expect(Object.values(modesIn(folder)).every((each) => each === '600' || each === '700')).toBe(true)
  expect(readdirSync(folder).some((name) => name.startsWith('history.damaged-'))).toBe(true)
})
