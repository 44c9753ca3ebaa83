import { expect, test } from 'vitest'
import { BuiltInWorld } from '../../fakes/fake-built-in'
import { asked, HOSTILE } from '../tools/sources/built-in/asked'

const said = (outcome: Awaited<ReturnType<typeof asked>>) => (outcome.kind === 'done' ? outcome.said : `${outcome.kind}: ${outcome.error}`)
const texts = (world: BuiltInWorld) => world.facts.rows.map(({ text, kind, by }) => `${kind} ${by} ${text}`)

test('a fact and a wish are kept, each once, and taken back', async () => {
  const world = new BuiltInWorld()
  const first = await asked(world.memorySource, 'remember', { text: ' I live in\nBerlin. ' })
  const lines = [said(first), said(await asked(world.memorySource, 'remember', { text: 'I live in Berlin.' })), said(await asked(world.memorySource, 'remember', { text: 'Call me Anna.', kind: 'wish' }))]
  const kept = texts(world)
  const undone = first.kind === 'done' && first.undo !== undefined && (await world.memorySource.undo?.(first.undo))
  expect({ lines, kept, undone, after: texts(world) }).toEqual({
    lines: ['Remembered: I live in Berlin.', 'Known already', 'Remembered: Call me Anna.'],
    kept: ['fact model I live in Berlin.', 'wish model Call me Anna.'], undone: true, after: ['wish model Call me Anna.'],
  })
})

test.each([
  ['the whole of it', 'i live in berlin.', 'Forgot something'],
  ['words that only it has', 'live in', 'Forgot something'],
  ['the shorter of two, exactly', 'Berlin', 'Forgot something'],
  ['words of two', 'erlin', 'failed: Several things have these words; say more of the one that is meant.'],
  ['words of none', 'Paris', 'failed: Nothing of that is remembered.'],
  ['nothing', ' ', 'failed: Nothing of that is remembered.'],
])('forget: %s', async (_what, text, expected) => {
  const world = new BuiltInWorld()
  await asked(world.memorySource, 'remember', { text: 'I live in Berlin.' })
  await asked(world.memorySource, 'remember', { text: 'Berlin' })
  const outcome = await asked(world.memorySource, 'forget', { text })
  const left = world.facts.rows.length
  const back = outcome.kind === 'done' && outcome.undo !== undefined && (await world.memorySource.undo?.(outcome.undo))
  expect({ said: said(outcome), left, back }).toEqual({ said: expected, left: expected.startsWith('F') ? 1 : 2, back: expected.startsWith('F') })
})

test('what undoes a forgetting does not hold what was forgotten', async () => {
  const world = new BuiltInWorld()
  await asked(world.memorySource, 'remember', { text: 'I live in Berlin.' })
  const outcome = await asked(world.memorySource, 'forget', { text: 'Berlin' })
  expect(outcome.kind === 'done' && JSON.stringify([outcome.undo, outcome.said])).not.toContain('Berlin')
})

test.each(['remember', 'forget'])('%s: not in private, not after foreign text, not when switched off', async (name) => {
  const world = new BuiltInWorld()
  await asked(world.memorySource, 'remember', { text: 'I live in Berlin.' })
  const given = { text: 'I live in Berlin' }
  const [isPrivate, tainted] = [await asked(world.memorySource, name, given, { private: true }), await asked(world.memorySource, name, given, { taintedBy: 'example.org' })]
  world.facts.on = false
  expect([said(isPrivate), said(tainted), said(await asked(world.memorySource, name, given)), world.facts.rows.length]).toEqual([
    'failed: Nothing is remembered in a private conversation.',
    'failed: Text from example.org was read for this; ask again, and it can be remembered.',
    'failed: Remembering is switched off in the settings.',
    1,
  ])
})

test.each([...HOSTILE, {}, { text: '' }, { text: 'x'.repeat(201) }, { text: 3 }, { text: 'x', kind: 'order' }, { text: 'x', by: 'person' }])('not kept: %j', async (given) => {
  const world = new BuiltInWorld()
  expect([(await asked(world.memorySource, 'remember', given)).kind, world.facts.rows]).toEqual(['refused', []])
})
