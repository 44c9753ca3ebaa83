import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { RememberedFact } from '../../../src/shared/memory'
import type { Reminder } from '../../../src/shared/reminders'
import { newFolder, openStore, valueOf } from './support/store'

const fact = (id: string, at: number, text = `fact ${id}`): RememberedFact => ({ id, text, kind: 'wish', at, by: 'person' })
const reminder = (id: string, dueAt: number, wish: Partial<Reminder> = {}): Reminder => ({ id, text: `reminder ${id}`, dueAt, zone: null, createdAt: 1, state: 'waiting', ...wish })

test('facts are there after a restart, newest first, replaced by id, and gone when they are removed', async () => {
  const folder = newFolder()
  const first = await openStore(folder)
  for (const each of [fact('a', 1), fact('b', 3), fact('c', 2), fact('a', 1, 'it\'s "changed"\n')]) valueOf(await first.saveFact(each))
  await first.close()
  const store = await openStore(folder)
  const all = valueOf(await store.facts())
  const path = join(folder, 'facts.json')
  const exported = [valueOf(await store.exportFacts(path)), (JSON.parse(readFileSync(path, 'utf8')) as readonly { readonly id: string; readonly time: string }[]).map(({ id, time }) => `${id} ${time}`)]
  valueOf(await store.removeFacts(['a', 'c', 'x']))
  valueOf(await store.removeFacts([]))
  expect({ all, exported, left: valueOf(await store.facts()) }).toEqual({
    all: [fact('b', 3), fact('c', 2), fact('a', 1, 'it\'s "changed"\n')],
    exported: [3, ['b 1970-01-01T00:00:00.003Z', 'c 1970-01-01T00:00:00.002Z', 'a 1970-01-01T00:00:00.001Z']],
    left: [fact('b', 3)],
  })
})

test('reminders are there after a restart as they were, the next first', async () => {
  const folder = newFolder()
  const first = await openStore(folder)
  const [timer, reading] = [reminder('timer', 20), reminder('reading', 10, { zone: 'Europe/Berlin', text: '' })]
  for (const each of [timer, reading, reminder('gone', 5)]) valueOf(await first.saveReminder(each))
  valueOf(await first.saveReminder({ ...timer, state: 'ringing' }))
  valueOf(await first.removeReminder('gone'))
  await first.close()
  const store = await openStore(folder)
  expect(valueOf(await store.reminders())).toEqual([reading, { ...timer, state: 'ringing' }])
})

test('"delete everything" takes them, and every trace of their words', async () => {
  const folder = newFolder()
  const store = await openStore(folder)
  valueOf(await store.saveFact(fact('a', 1, 'quarkstrudel')))
  valueOf(await store.saveReminder(reminder('b', 2, { text: 'quarkstrudel' })))
  const removed = valueOf(await store.removeEverything())
  const left = [valueOf(await store.facts()), valueOf(await store.reminders())]
  await store.close()
  const traces = readdirSync(folder).filter((file) => readFileSync(join(folder, file)).includes('quarkstrudel'))
  expect({ removed: [removed.facts, removed.reminders], left, traces }).toEqual({ removed: [1, 1], left: [[], []], traces: [] })
})
