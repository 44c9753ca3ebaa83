import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { expect, test } from 'vitest'
import { timeId } from '../../../src/main/platform/adapters/time-ids'
import { MIGRATIONS } from '../../../src/main/history/core/migrations'
import { firstRow } from '../../../src/main/history/core/time-row'
import { draftId, imageId } from '../../../src/shared/ids'
import { newFolder, openStore, valueOf } from './support/store'
import { samplePng } from '../../fakes/sample-images'
import { head, item, MORNING, talkId } from './support/talks'

const PICTURE = samplePng(3, 2)
const withImage = { ...item('shown', { images: [{ id: imageId('p'), type: 'image/png', width: 3, height: 2, bytes: PICTURE.length }] }), images: [PICTURE] }

/** As servers name what they answer, each in its own way; the last one is ours already. From version 5 on all are. */
const OLD_IDS: readonly string[] = ['item_1', `item_${'x'.repeat(411)}`, '0195f0c2b7a47c3e8d5f1a2b3c4d5e6f', "item'; --", '0195f0c2-b7a4-7c3e-8d5f-1a2b3c4d5e6f']
const KEPT = OLD_IDS.at(-1) ?? ''
const idAt = (version: number, index: number, at: number): string => (version < 5 || index === 4 ? (OLD_IDS[index] ?? '') : timeId(at))
const OURS = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

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
    insert.run(firstRow(at), firstRow(MORNING), idAt(version, index, at), index, at, text)
  }
  db.prepare("INSERT INTO conversations VALUES (?, 'talk-0', 'Names', 0, '', ?, ?, 0, 5, 'Practice', 0)").run(firstRow(MORNING - 5_000), MORNING - 5_000, MORNING - 1)
  for (const index of OLD_IDS.keys()) {
    const at = MORNING - 5_000 + index
    insert.run(firstRow(at), firstRow(MORNING - 5_000), idAt(version, index, at), index, at, '')
  }
  db.prepare("INSERT INTO drafts (id, conversation, created_at, ms, pcm) VALUES ('d', NULL, 5, 6, ?)").run(new Uint8Array([1, 0]))
  if (version >= 3) db.prepare("INSERT INTO audio VALUES (?, 'a/b.flac', 1, 1)").run(firstRow(MORNING))
  if (version >= 4) db.prepare("INSERT INTO images VALUES (?, 'q', 'image/png', ?)").run(firstRow(MORNING), PICTURE)
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
  const { rows } = valueOf(await store.items(talkId(1), null, 5))
  const named = valueOf(await store.items(talkId(0), null, 9)).rows.map((row) => row.item)
  const [first, second] = rows.map((row) => String(row.item.id))
  const seen = {
    list: valueOf(await store.list(null, 5)).rows.map(({ id, title, preview, pinned, items }) => ({ id, title, preview, pinned, items })),
    items: rows,
    ours: [...rows, ...valueOf(await store.items(talkId(0), null, 9)).rows].map((row) => OURS.test(row.item.id)),
    different: new Set(named.map(({ id }) => id)).size,
    kept: named.at(-1)?.id,
    made: named.slice(0, 4).map(({ id }) => Number.parseInt(id.replace('-', '').slice(0, 12), 16) - MORNING),
    image: version < 4 ? PICTURE : valueOf(await store.image(imageId('q')))?.bytes,
    hits: await Promise.all(['lodz', '天气'].map(async (text) => valueOf(await store.search(text, 5)).map((hit) => hit.item))),
    shows: [valueOf(await store.saveItems(head(talkId(2)), [withImage])), valueOf(await store.image(imageId('p')))?.bytes],
    drafts: valueOf(await store.draftAudio(draftId('d'))),
    segments: valueOf(await store.ledgerTotals()).segments,
  }
  await store.close()
  const db = new DatabaseSync(join(folder, 'history.db'))
  const after = { version: db.prepare('PRAGMA user_version').get(), integrity: db.prepare('PRAGMA integrity_check').get() }
  db.close()
  expect({ seen, after }).toEqual({
    seen: {
      list: [
        { id: 'talk-1', title: 'Wetter in Łódź', preview: '今天天气', pinned: true, items: 2 },
        { id: 'talk-0', title: 'Names', preview: '', pinned: false, items: 5 },
      ],
      items: [item(first ?? '', { text: 'Wetter in Łódź', hasAudio: version >= 3 }), item(second ?? '', { position: 1, text: '今天天气' })],
      ours: Array.from({ length: 7 }, () => true),
      different: 5,
      kept: KEPT,
      made: [-5_000, -4_999, -4_998, -4_997],
      image: PICTURE,
      hits: [[first], [second]],
      shows: [null, PICTURE],
      drafts: new Int16Array([1]),
      segments: version >= 2 ? 1 : 0,
    },
    after: { version: { user_version: MIGRATIONS.length }, integrity: { integrity_check: 'ok' } },
  })
})

test('titles and previews that were written with marks lose them; a title that a person gave does not', async () => {
  const folder = newFolder()
  const db = new DatabaseSync(join(folder, 'history.db'))
  const version = 9
  for (const { sql } of MIGRATIONS.slice(0, version)) db.exec(sql)
  for (const [index, titled] of [0, 1].entries()) {
    db.prepare("INSERT INTO conversations VALUES (?, ?, '## Which trees?', ?, 'The **ash** and', ?, ?, 0, 2, 'Practice', 0)").run(index + 1, `talk-${String(index)}`, titled, MORNING - index, MORNING - index)
    db.prepare('INSERT INTO title_words(rowid, words) VALUES (?, ?)').run(index + 1, 'which trees')
    const insert = db.prepare("INSERT INTO items (conversation, id, position, role, kind, status, created_at, hidden, text) VALUES (?, ?, ?, ?, 'text', 'done', ?, 0, ?)")
    insert.run(index + 1, timeId(MORNING), 0, 'user', MORNING, '## Which trees?')
    insert.run(index + 1, timeId(MORNING), 1, 'assistant', MORNING, 'The **ash** and `yew`.')
  }
  db.exec(`PRAGMA user_version = ${String(version)}`)
  db.close()
  const store = await openStore(folder)
  const list = valueOf(await store.list(null, 5)).rows.map(({ title, preview }) => [title, preview])
  const hits = valueOf(await store.search('trees', 5)).length
  await store.close()
  expect({ list, hits }).toEqual({ list: [['Which trees?', 'The ash and yew.'], ['## Which trees?', 'The ash and yew.']], hits: 2 })
})
