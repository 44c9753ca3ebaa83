import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { expect, test } from 'vitest'
import { MIGRATIONS } from '../../../src/main/core/history/migrations'
import { firstRow } from '../../../src/main/core/history/time-row'
import { draftId, imageId } from '../../../src/shared/ids'
import { newFolder, openStore, valueOf } from './support/store'
import { samplePng } from '../../fakes/sample-images'
import { head, item, MORNING, talkId } from './support/talks'

const PICTURE = samplePng(3, 2)
const withImage = { ...item('shown', { images: [{ id: imageId('p'), type: 'image/png', width: 3, height: 2, bytes: PICTURE.length }] }), images: [PICTURE] }

/** A database as version `version` left it, with rows of everything that it knew. */
function old(folder: string, version: number): void {
  const db = new DatabaseSync(join(folder, 'history.db'))
  db.exec('PRAGMA journal_mode = WAL')
  for (const { sql } of MIGRATIONS.slice(0, version)) db.exec(sql)
  db.prepare("INSERT INTO conversations VALUES (?, 'talk-1', 'Wetter in Łódź', 0, '今天天气', ?, ?, 1, 2, 'Practice', 0)").run(firstRow(MORNING), MORNING, MORNING + 1_000)
  const insert = db.prepare(
    "INSERT INTO items (row, conversation, id, position, role, kind, status, audio_ms, created_at, hidden, text) VALUES (?, ?, ?, ?, 'user', 'speech', 'done', 1000, ?, 0, ?)",
  )
  for (const [index, text] of ['Wetter in Łódź', '今天天气'].entries()) {
    const at = MORNING + 1_000 * index
    insert.run(firstRow(at), firstRow(MORNING), `i${String(index)}`, index, at, text)
  }
  db.prepare("INSERT INTO drafts VALUES ('d', NULL, 5, 6, ?)").run(new Uint8Array([1, 0]))
  if (version >= 2) {
    db.exec("INSERT INTO ledger VALUES ('l', 't', NULL, 'host', 1, 2, 3, 'hold', 'sent')")
    db.prepare('INSERT INTO item_words(rowid, words) VALUES (?, ?), (?, ?)').run(firstRow(MORNING), 'wetter in lodz', firstRow(MORNING + 1_000), '今 天 天 气')
    db.prepare('INSERT INTO title_words(rowid, words) VALUES (?, ?)').run(firstRow(MORNING), 'wetter in lodz')
  }
  db.exec(`PRAGMA user_version = ${String(version)}`)
  db.close()
}

test.each(MIGRATIONS.map((_, index) => index + 1))('a history of version %i is all there after the update', async (version) => {
  const folder = newFolder()
  old(folder, version)
  const store = await openStore(folder)
  const seen = {
    list: valueOf(await store.list(null, 5)).rows.map(({ id, title, preview, pinned, items }) => ({ id, title, preview, pinned, items })),
    items: valueOf(await store.items(talkId(1), null, 5)).rows,
    hits: await Promise.all(['lodz', '天气'].map(async (text) => valueOf(await store.search(text, 5)).map((hit) => hit.item))),
    shows: [valueOf(await store.saveItems(head(talkId(2)), [withImage])), valueOf(await store.image(imageId('p')))?.bytes],
    drafts: valueOf(await store.draftAudio(draftId('d'))),
    stretches: valueOf(await store.ledgerTotals()).stretches,
  }
  await store.close()
  const db = new DatabaseSync(join(folder, 'history.db'))
  const after = { version: db.prepare('PRAGMA user_version').get(), integrity: db.prepare('PRAGMA integrity_check').get() }
  db.close()
  expect({ seen, after }).toEqual({
    seen: {
      list: [{ id: 'talk-1', title: 'Wetter in Łódź', preview: '今天天气', pinned: true, items: 2 }],
      items: [item('i0', { text: 'Wetter in Łódź' }), item('i1', { position: 1, text: '今天天气' })],
      hits: [['i0'], ['i1']],
      shows: [null, PICTURE],
      drafts: new Int16Array([1]),
      stretches: version >= 2 ? 1 : 0,
    },
    after: { version: { user_version: MIGRATIONS.length }, integrity: { integrity_check: 'ok' } },
  })
})
