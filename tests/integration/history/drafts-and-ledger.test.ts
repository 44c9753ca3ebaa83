import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { LedgerEntry } from '../../../src/shared/history'
import { draftId, turnId } from '../../../src/shared/ids'
import { newFolder, openStore, storeIn, tagOf, valueOf, WORKER } from './support/store'
import { MORNING, talkId } from './support/talks'

const segment = (id: string, startedAt: number, wish: Partial<LedgerEntry> = {}): LedgerEntry => ({
  id, turn: turnId('turn'), conversation: null, host: 'api.openai.com', startedAt, elapsedMs: 10.5, bytes: 48_000, mode: 'hold', end: 'sent', ...wish,
})

test('a draft is kept with its sound until it is removed', async () => {
  const folder = newFolder()
  const first = await openStore(folder)
  const draft = { id: draftId('d'), conversation: talkId(1), createdAt: MORNING, ms: 1_000.5, saidTo: 'wss://host.example' }
  const buffer = Int16Array.from({ length: 24_000 }, (_, index) => index * 3 - 30_000)
  const pcm = buffer.subarray(1_000, 2_000)
  valueOf(await first.saveDraft(draft, pcm))
  await first.close()
  const store = await openStore(folder)
  const kept = { drafts: valueOf(await store.drafts()), audio: valueOf(await store.draftAudio(draft.id)) }
  valueOf(await store.removeDraft(draft.id))
  expect({ kept, callers: [pcm.length, buffer.length], after: [valueOf(await store.drafts()), valueOf(await store.draftAudio(draft.id))] }).toEqual({
    kept: { drafts: [draft], audio: pcm.slice() }, callers: [1_000, 24_000], after: [[], null],
  })
})

test('the ledger is paged downwards and summed up', async () => {
  const store = await openStore()
  for (const [id, at] of [['a', 1], ['b', 2], ['c', 2], ['d', 3], ['e', 4]] as const) valueOf(await store.saveSegment(segment(id, at)))
  valueOf(await store.saveSegment(segment('e', 4, { bytes: 2 })))
  const first = valueOf(await store.ledger(null, 3, true))
  const second = valueOf(await store.ledger(first.rows.at(-1)?.startedAt ?? null, 3, true))
  expect({
    pages: [first, second].map(({ rows, more }) => [rows.map(({ id }) => id).join(''), more]), newest: first.rows[0], totals: valueOf(await store.ledgerTotals()),
  }).toEqual({ pages: [['edcb', true], ['a', false]], newest: segment('e', 4, { bytes: 2 }), totals: { segments: 5, bytes: 4 * 48_000 + 2, own: { segments: 0, bytes: 0 } } })
})

test('what went to a server on this computer is listed only if it is asked for, and no name can pass for one', async () => {
  const store = await openStore()
  const hosts = ['api.example.com', '127.0.0.1:4001', 'localhost:4002', '[::1]:4003', '127.a.example', '127.0.0.1.example', 'localhost.example:4004', '[::1']
  for (const [at, host] of hosts.entries()) valueOf(await store.saveSegment(segment(String(at), at + 1, { host, bytes: 10 })))
  const listed = async (before: number | null, limit: number, own: boolean) => valueOf(await store.ledger(before, limit, own))
  const first = await listed(null, 4, false)
  const second = await listed(first.rows.at(-1)?.startedAt ?? null, 4, false)
  expect({
    elsewhere: [first, second].map(({ rows, more }) => [rows.map(({ host }) => host), more]), all: (await listed(null, 20, true)).rows.length, totals: valueOf(await store.ledgerTotals()),
  }).toEqual({
    elsewhere: [[['[::1', 'localhost.example:4004', '127.0.0.1.example', '127.a.example'], true], [['api.example.com'], false]],
    all: 8, totals: { segments: 8, bytes: 80, own: { segments: 3, bytes: 30 } },
  })
})

test('a segment that was going on when Parley ended has crashed', async () => {
  const folder = newFolder()
  const first = await openStore(folder)
  valueOf(await first.saveSegment(segment('open', 1, { end: null })))
  valueOf(await first.saveSegment(segment('ended', 2)))
  await first.close()
  const store = storeIn(folder, WORKER)
  expect(valueOf(await store.ledger(null, 5, true)).rows.map(({ id, end }) => [id, end])).toEqual([['ended', 'sent'], ['open', 'crashed']])
})

test('the ledger is exported oldest first', async () => {
  const folder = newFolder()
  const store = await openStore(folder)
  for (let number = 0; number < 450; number += 1) valueOf(await store.saveSegment(segment(`s${String(number)}`, number, { host: number === 0 ? '=1+1' : 'host' })))
  const count = valueOf(await store.exportLedger(join(folder, 'ledger.csv')))
  const lines = readFileSync(join(folder, 'ledger.csv'), 'utf8').split('\r\n')
  expect({ count, lines: lines.length, first: lines[1], last: lines.at(-2) }).toEqual({
    count: 450,
    lines: 452,
    first: "1970-01-01T00:00:00.000Z,10.5,48000,'=1+1,hold,sent,,turn,s0",
    last: '1970-01-01T00:00:00.449Z,10.5,48000,host,hold,sent,,turn,s449',
  })
  expect(tagOf(await store.exportLedger(join(folder, 'no', 'such', 'folder.csv')))).toBe('history')
})
