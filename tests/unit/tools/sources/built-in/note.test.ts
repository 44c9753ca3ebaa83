import { expect, test } from 'vitest'
import { BuiltInWorld } from '../../../../fakes/fake-built-in'
import { asked, HOSTILE } from './asked'

const NOTE = '\n## 2026-11-30 11:33:37\n\nbuy milk\n'

test.each([
  [undefined, 'Notes.md'],
  ['', 'Notes.md'],
  ['Shopping', 'Shopping.md'],
  ['Shopping.md', 'Shopping.md'],
  ['Größe & Gewicht (2026)', 'Größe & Gewicht (2026).md'],
  ['日記', '日記.md'],
  ['.hidden', null],
  ['../escape', null],
  ['a/b', null],
  ['a\\b', null],
  ['C:x', null],
  ['x.md:stream', null],
  ['CON', null],
  ['lpt1.md', null],
  ['-rf', null],
  ['a.exe', null],
  ['evil\u202edm', 'evildm.md'],
])('the file of the note %j is %j', async (note, file) => {
  const { source, notes } = new BuiltInWorld()
  const outcome = await asked(source, 'add_note', note === undefined ? { text: 'buy milk' } : { text: 'buy milk', note })
  expect({ files: [...notes.files], kind: outcome.kind }).toEqual(file === null ? { files: [], kind: 'failed' } : { files: [[file, NOTE]], kind: 'done' })
})

test('it is taken out exactly, whatever was written before and behind', async () => {
  const { source, notes } = new BuiltInWorld()
  notes.files.set('Notes.md', 'mine\n')
  const outcome = await asked(source, 'add_note', { text: 'buy milk' })
  notes.files.set('Notes.md', `${notes.files.get('Notes.md') ?? ''}also mine\n`)
  const undo = outcome.kind === 'done' ? outcome.undo : undefined
  const undone = undo !== undefined && (await source.undo?.(undo))
  expect({ undone, after: notes.files.get('Notes.md'), again: undo !== undefined && (await source.undo?.(undo)) }).toEqual({ undone: true, after: 'mine\nalso mine\n', again: false })
})

test('it is taken out where it was written, also when notes go to another folder now; one of an earlier version, where notes go now', async () => {
  const { source, notes } = new BuiltInWorld()
  const outcome = await asked(source, 'add_note', { text: 'buy milk' })
  const former = notes.files
  notes.path = '/media/stick'
  notes.files.set('Notes.md', NOTE)
  const undone = outcome.kind === 'done' && outcome.undo !== undefined && (await source.undo?.(outcome.undo))
  const between = [former.get('Notes.md'), notes.files.get('Notes.md')]
  const old = await source.undo?.({ kind: 'note', data: JSON.stringify({ file: 'Notes.md', text: NOTE }), until: null })
  expect({ undone, between, old, after: notes.files.get('Notes.md') }).toEqual({ undone: true, between: ['', NOTE], old: true, after: '' })
})

test('written twice in one second, neither is the other', async () => {
  const { source, notes } = new BuiltInWorld()
  await asked(source, 'add_note', { text: 'buy milk' })
  const outcome = await asked(source, 'add_note', { text: 'buy milk' })
  expect([outcome.kind === 'done' && outcome.undo !== undefined && (await source.undo?.(outcome.undo)), notes.files.get('Notes.md')]).toEqual([false, NOTE + NOTE])
})

test.each(['"'.repeat(1_900), '\\'.repeat(1_900), '\n'.repeat(1_900) + 'x', '\ud800'.repeat(1_900), '\u0000a'.repeat(900), '\u202e'.repeat(1_900)])('what undoes it fits into a record: %j', async (text) => {
  const world = new BuiltInWorld()
  world.notes.path = `/${'"'.repeat(4_095)}`
  const outcome = await asked(world.source, 'add_note', { text: text.slice(0, 1_900) })
  expect(outcome.kind !== 'done' || (outcome.undo?.data.length ?? 0) <= 16_000).toBe(true)
})

test('a full disk is told', async () => {
  const { source, notes } = new BuiltInWorld()
  notes.refuses = 'The disk is full.'
  expect(await asked(source, 'add_note', { text: 'x' })).toEqual({ kind: 'failed', error: 'The disk is full.', retry: false })
})

test.each([...HOSTILE, {}, { text: '' }, { text: 'x'.repeat(1_901) }, { text: 'x', note: 3 }, { text: 'x', note: 'y'.repeat(61) }, { text: 'x', path: '/etc/passwd' }])('not written: %j', async (given) => {
  const { source, notes } = new BuiltInWorld()
  expect([(await asked(source, 'add_note', given)).kind, notes.files.size]).toEqual(['refused', 0])
})
