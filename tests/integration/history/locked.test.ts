import { join } from 'node:path'
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite'
import { expect, test } from 'vitest'
import { newFolder, openStore, storeIn, tagOf, valueOf } from './support/store'
import { head, item, talkId } from './support/talks'

const A = talkId(1)

/** Another program, with its own connection. */
function other(folder: string, mode: 'NORMAL' | 'EXCLUSIVE' = 'NORMAL'): DatabaseSyncInstance {
  const db = new DatabaseSync(join(folder, 'history.db'))
  db.exec(`PRAGMA locking_mode = ${mode}; BEGIN IMMEDIATE; UPDATE conversations SET pinned = pinned`)
  return db
}

test('a write while another program writes is refused, reading goes on, and later it works', async () => {
  const folder = newFolder()
  const store = await openStore(folder)
  valueOf(await store.saveItems(head(A), [item('a')]))
  const db = other(folder)
  const during = [tagOf(await store.saveItems(head(A), [item('b', { position: 1 })])), valueOf(await store.items(A, null, 5)).rows.length]
  db.exec('ROLLBACK')
  db.close()
  const after = [tagOf(await store.saveItems(head(A), [item('b', { position: 1 })])), valueOf(await store.items(A, null, 5)).rows.length]
  expect({ during, after }).toEqual({ during: ['history-locked', 1], after: [null, 2] })
})

test('a start while another program holds it all is refused, nothing is set aside, and later any call opens it', async () => {
  const folder = newFolder()
  const first = await openStore(folder)
  valueOf(await first.saveItems(head(A), [item('a')]))
  await first.close()
  const db = other(folder, 'EXCLUSIVE')
  const store = storeIn(folder)
  const during = [tagOf(await store.open()), tagOf(await store.list(null, 5))]
  db.exec('ROLLBACK')
  db.close()
  expect({ during, items: valueOf(await store.items(A, null, 5)).rows.length, opened: valueOf(await store.open()) }).toEqual({
    during: ['history-locked', 'history-locked'], items: 1, opened: { setAside: null },
  })
})
