import { expect, test } from 'vitest'
import { BuiltInWorld } from '../../../../fakes/fake-built-in'
import { err } from '../../../../../src/shared/result'
import { answer, asked, HOSTILE } from './asked'

const until = async (condition: () => boolean) => {
  for (let turn = 0; turn < 50 && !condition(); turn += 1) await Promise.resolve()
}

const MENU_LEFT_MS = 50

/** Until the other program has been asked to take it. */
async function pasting(world: BuiltInWorld): Promise<void> {
  await until(() => world.timers.waiting > 0)
  world.timers.pass(MENU_LEFT_MS)
  await until(() => world.timers.waiting > 0)
}

/** Inserts, and lets the time pass in which the other program takes it. */
async function inserted(world: BuiltInWorld, text: string) {
  const outcome = asked(world.source, 'insert_text', { text })
  await pasting(world)
  world.timers.pass(300)
  return outcome
}

test('a picture follows its answer, and is foreign', async () => {
  const { source } = new BuiltInWorld()
  const outcome = await asked(source, 'look_at_screen', {})
  expect([answer(outcome), outcome.kind === 'done' && outcome.images]).toEqual([{ picture: 'follows', width: 1_568, height: 882 }, ['data:image/jpeg;base64,AAAA']])
})

test('a screen that nobody may see is told in words', async () => {
  const world = new BuiltInWorld()
  world.screen = err('The system does not allow it.')
  expect(answer(await asked(world.source, 'look_at_screen', {}))).toBe('failed: The system does not allow it.')
})

test('text goes by way of the clipboard, which is then as before', async () => {
  const world = new BuiltInWorld()
  world.clipboard.put({ text: '', picture: 'a cat' })
  const outcome = await inserted(world, 'Dear Anna,\r\n\tthank you.\u202e\n\n')
  expect({ outcome: answer(outcome), pasted: world.keyboard.pasted, clipboard: world.clipboard.content, locked: world.typedWhileOn, after: world.typing }).toEqual({
    outcome: { pasted: 22, note: 'Whether the program took it cannot be seen.' }, pasted: ['Dear Anna,\n\tthank you.'], clipboard: { text: '', picture: 'a cat' }, locked: [true], after: false,
  })
})

test('what the person copies meanwhile stays', async () => {
  const world = new BuiltInWorld()
  const outcome = asked(world.source, 'insert_text', { text: 'hello' })
  await pasting(world)
  await world.clipboard.writeText('their own')
  world.timers.pass(300)
  expect([(await outcome).kind, world.clipboard.content.text]).toEqual(['done', 'their own'])
})

test.each([
  ['Parley has the focus', (world: BuiltInWorld) => (world.ownFocus = true), 'failed: Parley itself has the focus; click into the other program first.'],
  ['a key is down', (world: BuiltInWorld) => (world.keyboard.held = true), 'failed: A key was held down the whole time; nothing was inserted.'],
  ['it cannot type', (world: BuiltInWorld) => (world.keyboard.refuses = 'Not on Wayland.'), 'failed: Not on Wayland.'],
])('nothing is inserted while %s', async (_what, set, expected) => {
  const world = new BuiltInWorld()
  set(world)
  expect([answer(await asked(world.source, 'insert_text', { text: 'x' })), world.clipboard.seen, world.keyboard.pasted]).toEqual([expected, [], []])
})

test('what is stopped while it waits for the keys to come up is not inserted any more', async () => {
  const world = new BuiltInWorld()
  const stop = new AbortController()
  let released: (up: boolean) => void = () => undefined
  world.keyboard.released = () => new Promise((resolve) => (released = resolve))
  const outcome = asked(world.source, 'insert_text', { text: 'x' }, { signal: stop.signal })
  await until(() => false) // it waits
  stop.abort()
  released(true)
  expect([(await outcome).kind, world.clipboard.seen, world.keyboard.pasted]).toEqual(['failed', [], []])
})

test('two at once arrive one behind the other, and so does what is written to the clipboard meanwhile', async () => {
  const world = new BuiltInWorld()
  world.clipboard.put({ text: 'before', picture: '' })
  const outcomes = Promise.all([asked(world.source, 'insert_text', { text: 'one' }), asked(world.source, 'clipboard_write', { text: 'theirs' }), asked(world.source, 'insert_text', { text: 'two' })])
  for (let paste = 0; paste < 2; paste += 1) {
    await pasting(world)
    world.timers.pass(300)
    await until(() => false)
  }
  await outcomes
  expect([world.keyboard.pasted, world.clipboard.seen, world.clipboard.content.text]).toEqual([['one', 'two'], ['before', 'one', 'before', 'theirs', 'two', 'theirs'], 'theirs'])
})

test('a keyboard that throws leaves no lock and no foreign clipboard behind', async () => {
  const world = new BuiltInWorld()
  world.clipboard.put({ text: 'before', picture: '' })
  world.keyboard.paste = () => {
    throw new Error('no display')
  }
  const outcome = asked(world.source, 'insert_text', { text: 'x' })
  const thrown = expect(outcome).rejects.toThrow('no display')
  await pasting(world)
  await thrown
  expect([world.typing, world.clipboard.content.text]).toEqual([false, 'before'])
})

test.each([...HOSTILE, {}, { text: '' }, { text: 1 }, { text: 'x'.repeat(10_001) }])('not inserted: %j', async (given) => {
  expect((await asked(new BuiltInWorld().source, 'insert_text', given)).kind).toBe('refused')
})
