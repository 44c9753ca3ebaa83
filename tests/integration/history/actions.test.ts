import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Action } from '../../../src/shared/tools/actions'
import { newFolder, openStore, storeIn, valueOf } from './support/store'
import { head, item, talkId } from './support/talks'

const A = talkId(1)

const action = (id: string, at: number, wish: Partial<Action> = {}): Action => ({
  id, at, conversation: A, tool: 'note', title: 'Add a note', level: 2, arguments: '{"text":"quarkstrudel"}', approval: 'held', outcome: 'done', result: 'Noted quarkstrudel', elapsedMs: 12.5,
  undo: { kind: 'note', data: 'quarkstrudel', until: null }, ...wish,
})

const bare = (told: Action): Action => ({ ...told, conversation: null, arguments: null, result: null, undo: null })

test('an action is opened, closed, found and paged', async () => {
  const store = await openStore()
  valueOf(await store.saveAction(action('b', 2, { outcome: 'open', result: null, undo: null, elapsedMs: null })))
  for (const each of [action('a', 1), action('b', 2), action('c', 2), action('d', 3)]) valueOf(await store.saveAction(each))
  const first = valueOf(await store.actions(null, 2))
  const second = valueOf(await store.actions(first.rows.at(-1)?.at ?? null, 2))
  expect({ pages: [first, second].map(({ rows, more }) => [rows.map(({ id }) => id).join(''), more]), found: valueOf(await store.action('b')), none: valueOf(await store.action('x')) }).toEqual({
    pages: [['dcb', true], ['a', false]], found: action('b', 2), none: null,
  })
})

test('what was open when Parley ended broke off', async () => {
  const folder = newFolder()
  const first = await openStore(folder)
  valueOf(await first.saveAction(action('open', 1, { outcome: 'open' })))
  valueOf(await first.saveAction(action('done', 2)))
  await first.close()
  const store = await openStore(folder)
  expect(valueOf(await store.actions(null, 5)).rows.map(({ outcome }) => outcome)).toEqual(['done', 'broke-off'])
})

test('of an action whose conversation is deleted only time, tool and outcome stay, also when it ends later', async () => {
  const store = await openStore()
  valueOf(await store.saveItems(head(A), [item('a', { text: 'words' })]))
  valueOf(await store.saveAction(action('before', 1)))
  valueOf(await store.saveAction(action('other', 2, { conversation: talkId(2) })))
  valueOf(await store.remove([A]))
  valueOf(await store.purge())
  valueOf(await store.saveAction(action('late', 3)))
  expect(valueOf(await store.actions(null, 5)).rows).toEqual([bare(action('late', 3)), action('other', 2, { conversation: talkId(2) }), bare(action('before', 1))])
})

test('delete everything leaves no word of it', async () => {
  const folder = newFolder()
  const store = storeIn(folder)
  valueOf(await store.open())
  valueOf(await store.saveAction(action('a', 1)))
  const removed = valueOf(await store.removeEverything())
  const files = ['history.db', 'history.db-wal'].filter((name) => readFileSync(join(folder, name)).includes('quarkstrudel'))
  expect({ removed: removed.actions, left: valueOf(await store.actions(null, 5)), files }).toEqual({ removed: 1, left: { rows: [], more: false }, files: [] })
})

test('an export is JSON, oldest first, whole', async () => {
  const folder = newFolder()
  const store = await openStore(folder)
  for (let at = 1; at <= 450; at += 1) valueOf(await store.saveAction(action(`a${String(at)}`, at)))
  const path = join(folder, 'actions.json')
  const count = valueOf(await store.exportActions(path))
  const read = JSON.parse(readFileSync(path, 'utf8')) as readonly (Action & { readonly time: string })[]
  expect({ count, length: read.length, first: read[0], last: read.at(-1)?.id }).toEqual({ count: 450, length: 450, first: { time: '1970-01-01T00:00:00.001Z', ...action('a1', 1) }, last: 'a450' })
})
