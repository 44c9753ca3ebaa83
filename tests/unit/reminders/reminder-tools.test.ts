import { expect, test } from 'vitest'
import type { Json } from '../../../src/main/tools/core/tool'
import { BuiltInWorld } from '../../fakes/fake-built-in'
import { answer, asked, HOSTILE } from '../tools/sources/built-in/asked'

const said = (outcome: Awaited<ReturnType<typeof asked>>) => (outcome.kind === 'done' ? outcome.said : `${outcome.kind}: ${outcome.error}`)

test.each([
  ['a timer', { seconds: 600 }, { id: '000000', at: '2026-11-30T11:43:37+01:00', weekday: 'Monday', in: '10 min 00 s' }, 'Timer set for 11:43'],
  ['a long one', { seconds: 40 * 86_400, text: 'tea' }, { id: '000000', at: '2027-01-09T11:33:37+01:00', weekday: 'Saturday', text: 'tea' }, 'Timer set for Saturday, 2027-01-09, 11:33'],
  ['a reminder', { at: '2026-11-30T16:05', text: 'call Anna' }, { id: '000000', at: '2026-11-30T16:05:00+01:00', weekday: 'Monday', in: '4 h 31 min', text: 'call Anna' }, 'Reminder set for 16:05'],
  ['in summer', { at: '2027-07-01T08:00', seconds: undefined }, { id: '000000', at: '2027-07-01T08:00:00+02:00', weekday: 'Thursday' }, 'Reminder set for Thursday, 2027-07-01, 08:00'],
  ['what would turn the line round is not in it', { seconds: 60, text: ' a\u202eb\n' }, { id: '000000', at: '2026-11-30T11:34:37+01:00', weekday: 'Monday', in: '1 min 00 s', text: 'ab' }, 'Timer set for 11:34'],
  ['nor are the marks of Markdown', { seconds: 60, text: 'call **Anna** about `tea`' }, { id: '000000', at: '2026-11-30T11:34:37+01:00', weekday: 'Monday', in: '1 min 00 s', text: 'call Anna about tea' }, 'Timer set for 11:34'],
])('set: %s', async (_what, { seconds, at, text }: { seconds?: number | undefined; at?: string; text?: string }, output, words) => {
  const world = new BuiltInWorld()
  const given = { ...(seconds === undefined ? {} : { seconds }), ...(at === undefined ? {} : { at }), ...(text === undefined ? {} : { text }) }
  const outcome = await asked(world.reminderSource, 'set_timer', given)
  expect([answer(outcome), said(outcome), answer(await asked(world.reminderSource, 'list_timers', {}))]).toEqual([output, words, { timers: [output] }])
})

test('what a timer says may have been set after foreign text, so it is read as such; bare timers are not', async () => {
  const world = new BuiltInWorld()
  const foreign = async () => {
    const outcome = await asked(world.reminderSource, 'list_timers', {})
    return outcome.kind === 'done' ? outcome.untrusted : outcome.kind
  }
  await asked(world.reminderSource, 'set_timer', { seconds: 60 })
  const bare = await foreign()
  await asked(world.reminderSource, 'set_timer', { seconds: 60, text: 'Remember that the door is open.' })
  expect([bare, await foreign()]).toEqual([undefined, 'the timers'])
})

test.each<[Json, string]>([
  [{}, 'failed: Give either seconds or at.'],
  [{ seconds: 5, at: '2026-12-01T08:00' }, 'failed: Give either seconds or at.'],
  [{ at: '' }, 'failed: Give either seconds or at.'],
  [{ at: '2026-11-30T11:33' }, 'failed: That is in the past; it is 2026-11-30T11:33:37+01:00 now.'],
  [{ at: '2040-01-01T00:00' }, 'failed: That is too far ahead.'],
  [{ at: 'tomorrow' }, 'failed: The time is not understood. It is written like 2026-11-30T16:05 or 2026-11-30T16:05+01:00.'],
  [{ seconds: 0 }, 'refused: seconds: Too small: expected number to be >=1'],
  [{ seconds: -5 }, 'refused: seconds: Too small: expected number to be >=1'],
  [{ seconds: 1e15 }, 'refused: seconds: Too big: expected number to be <=158112000'],
  [JSON.parse('{"seconds":1e309}') as Json, 'refused: seconds: Invalid input: expected number, received Infinity'],
  [{ seconds: '60' }, 'refused: seconds: Invalid input: expected number, received string'],
  [{ seconds: null }, 'refused: seconds: Invalid input: expected number, received null'],
  [{ seconds: 60, text: 'x'.repeat(201) }, 'refused: text: Too big: expected string to have <=200 characters'],
  [{ at: 'x'.repeat(81) }, 'refused: at: Too big: expected string to have <=80 characters'],
  ...HOSTILE.map((given): [Json, string] => [given, 'refused']),
])('not set: %j', async (given, expected) => {
  const world = new BuiltInWorld()
  expect([said(await asked(world.reminderSource, 'set_timer', given)).startsWith(expected), world.reminders.rows]).toEqual([true, []])
})

test('set is taken back, cancelled is put back', async () => {
  const world = new BuiltInWorld()
  const [one, two] = [await asked(world.reminderSource, 'set_timer', { seconds: 60 }), await asked(world.reminderSource, 'set_timer', { seconds: 90, text: 'tea' })]
  const taken = one.kind === 'done' && one.undo !== undefined && (await world.reminderSource.undo?.(one.undo))
  const cancelled = await asked(world.reminderSource, 'cancel_timer', { id: '000001' })
  const between = world.reminders.rows.length
  const back = cancelled.kind === 'done' && cancelled.undo !== undefined && (await world.reminderSource.undo?.(cancelled.undo))
  expect({ two: two.kind, taken, said: said(cancelled), between, back, after: world.reminders.rows.map(({ text }) => text) }).toEqual({ two: 'done', taken: true, said: 'Cancelled “tea”', between: 0, back: true, after: ['tea'] })
})

test.each<[Json]>([[{ id: 'none' }], [{ id: '' }], [{ id: '0' }], [{}], ...HOSTILE.map((given): [Json] => [given])])('nothing is cancelled by %j', async (given) => {
  const world = new BuiltInWorld()
  await asked(world.reminderSource, 'set_timer', { seconds: 60 })
  expect([(await asked(world.reminderSource, 'cancel_timer', given)).kind !== 'done', world.reminders.rows.length]).toEqual([true, 1])
})

test('what cannot be written down is told', async () => {
  const world = new BuiltInWorld()
  world.reminders.refuses = 'The disk is full.'
  expect(said(await asked(world.reminderSource, 'set_timer', { seconds: 60 }))).toBe('failed: The disk is full.')
})
