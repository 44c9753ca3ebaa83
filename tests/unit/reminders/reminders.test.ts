import { expect, test } from 'vitest'
import { MAX_REMINDERS } from '../../../src/shared/reminders'
import { Machine, START } from './machine'

const [SECOND, MINUTE, HOUR, DAY] = [1_000, 60_000, 3_600_000, 86_400_000]
const machine = () => new Machine().begin()

test('it rings at its time and not before, beside all windows, until it is heard', async () => {
  const sut = await machine()
  const { id } = await sut.add(10 * MINUTE)
  sut.timers.pass(10 * MINUTE - 1)
  const before = [sut.shown, sut.sounds, sut.sut.view.waiting]
  sut.timers.pass(1)
  const rings = [sut.shown, sut.sounds, [...sut.notifications.open.values()], sut.store.reminderRows.get(id)?.state]
  sut.timers.pass(30 * SECOND)
  const sounds = sut.sounds
  await sut.sut.done(id)
  sut.timers.pass(HOUR)
  expect({ before, rings, sounds, after: [sut.shown, sut.sounds, sut.notifications.open.size, sut.store.reminderRows.size], waits: sut.timers.waiting }).toEqual({
    before: [[], 0, 1], rings: [['tea 12:10'], 1, ['tea | Timer, 12:10'], 'ringing'], sounds: 6, after: [[], 6, 0, 0], waits: 0,
  })
})

test('the sound has an end, and is never in what somebody says', async () => {
  const sut = await machine()
  await sut.add(MINUTE)
  sut.speaking = true
  sut.timers.pass(3 * MINUTE)
  const speaking = sut.sounds
  sut.speaking = false
  sut.timers.pass(DAY)
  expect([speaking, sut.sounds, sut.shown]).toEqual([0, 20, ['tea 12:01']])
})

test('many at once are no more than there may be', async () => {
  const sut = await machine()
  for (let at = 1; at < MAX_REMINDERS; at += 1) await sut.add(HOUR)
  const set = await Promise.all([1, 2, 3].map(() => sut.sut.records.add({ dueAt: sut.now + HOUR, zone: null, text: '' })))
  expect([set.map(({ ok }) => ok), sut.sut.list.list().length]).toEqual([[true, false, false], MAX_REMINDERS])
})

test('again in five minutes, as often as one likes', async () => {
  const sut = await machine()
  const { id } = await sut.addAt('2026-03-27T13:00:00+01:00')
  sut.timers.pass(HOUR)
  const first = sut.shown
  await sut.sut.again(id)
  const quiet = [sut.shown, sut.notifications.open.size]
  sut.timers.pass(5 * MINUTE)
  expect({ first, quiet, second: sut.shown, twice: await sut.sut.again('r9') }).toEqual({ first: ['call 13:00'], quiet: [[], 0], second: ['call 13:05'], twice: false })
})

test('a click on the notification shows the panel, and so does a system without notifications', async () => {
  const sut = await machine()
  const { id } = await sut.add(MINUTE)
  sut.timers.pass(MINUTE)
  sut.notifications.click(id)
  const clicked = sut.panels
  sut.notifications.shows = false
  await sut.add(MINUTE)
  sut.timers.pass(MINUTE)
  expect([clicked, sut.panels]).toEqual([1, 2])
})

test.each([
  ['a minute before', 9 * MINUTE, [], 1, ['tea 12:10']],
  ['a second behind', 10 * MINUTE + SECOND, ['tea 12:10'], 0, ['tea 12:10']],
  ['an hour behind', 70 * MINUTE, ['tea 12:10 late'], 0, ['tea 12:10 late']],
  ['days behind', 5 * DAY, ['tea 12:10 late'], 0, ['tea 12:10 late']],
])('Parley begins again %s', async (_what, after, atStart, waiting, later) => {
  const sut = await machine()
  await sut.add(10 * MINUTE)
  await sut.restart(after)
  const start = [sut.shown, sut.sut.view.waiting]
  sut.timers.pass(2 * MINUTE)
  expect({ start, later: sut.shown, words: sut.notifications.all.at(-1) }).toEqual({
    start: [atStart, waiting], later, words: later[0]?.endsWith('late') === true ? 'tea | It was due at 12:10, but Parley could not ring then.' : 'tea | Timer, 12:10',
  })
})

test('what rang when Parley ended rings again', async () => {
  const sut = await machine()
  await sut.add(MINUTE)
  sut.timers.pass(MINUTE)
  await sut.restart(0)
  expect([sut.shown, sut.sounds]).toEqual([['tea 12:01'], 2])
})

test.each([
  ['sleeps through it', 30 * MINUTE, ['tea 12:10 late']],
  ['wakes before it', 5 * MINUTE, []],
  ['wakes right behind it', 10 * MINUTE, ['tea 12:10']],
])('the machine %s', async (_what, ms, shown) => {
  const sut = await machine()
  await sut.add(10 * MINUTE)
  sut.sleep(ms)
  const awake = sut.shown
  sut.timers.pass(5 * MINUTE)
  expect({ awake, then: sut.shown.length }).toEqual({ awake: shown, then: 1 })
})

test.each([
  ['an hour forward', HOUR],
  ['an hour back', -HOUR],
  ['a day forward', DAY],
  ['to 1970', -START],
  ['a little', 1_500],
])('a timer takes as long as it was to take, though the clock is set: %s', async (_what, by) => {
  const sut = await machine()
  await sut.add(10 * MINUTE)
  sut.timers.pass(4 * MINUTE)
  sut.setClock(by)
  sut.timers.pass(6 * MINUTE - 2 * SECOND)
  const before = sut.sounds
  sut.timers.pass(4 * SECOND)
  expect([before, sut.sounds > 0]).toEqual([0, true])
})

test('and what was moved is on the disk, for the next start', async () => {
  const sut = await machine()
  const { id, dueAt } = await sut.add(10 * MINUTE)
  sut.setClock(HOUR)
  sut.timers.pass(MINUTE)
  expect(sut.store.reminderRows.get(id)?.dueAt).toBe(dueAt + HOUR)
})

test('a timer that is set after the clock was set knows the clock as it is', async () => {
  const sut = await machine()
  sut.setClock(HOUR)
  await sut.add(10 * MINUTE)
  sut.timers.pass(10 * MINUTE)
  expect(sut.shown).toEqual(['tea 13:10'])
})

test.each([
  ['forward, past it: at once', HOUR, 0, 30 * SECOND, 1],
  ['forward, not to it: sooner', HOUR - 10 * MINUTE, 0, 10 * MINUTE, 1],
  ['back: later', -HOUR, 1 * HOUR, 59 * MINUTE, 0],
])('a reminder is by the clock on the wall, and that is set %s', async (_what, by, first, then, rings) => {
  const sut = await machine()
  await sut.addAt('2026-03-27T13:00:00+01:00')
  sut.setClock(by)
  sut.timers.pass(first)
  sut.timers.pass(then)
  expect(sut.sut.view.ringing.length).toBe(rings)
})

test('at eight is at eight, in winter and in summer', async () => {
  const sut = await machine()
  await sut.addAt('2026-03-28T08:00:00+01:00', 'winter')
  await sut.addAt('2026-03-30T08:00:00+02:00', 'summer')
  sut.timers.pass(Date.parse('2026-03-28T07:00:00Z') - START)
  const winter = sut.shown
  sut.timers.pass(Date.parse('2026-03-30T06:00:00Z') - Date.parse('2026-03-28T07:00:00Z') - 1)
  const before = sut.shown
  sut.timers.pass(1)
  expect({ winter, before, summer: sut.shown }).toEqual({ winter: ['winter 08:00'], before: ['winter 08:00'], summer: ['winter 08:00', 'summer 08:00'] })
})

test('further away than a timer of Node can wait', async () => {
  const sut = await machine()
  await sut.add(400 * DAY)
  sut.timers.pass(400 * DAY - 1)
  const before = sut.sounds
  sut.timers.pass(1)
  expect([before, sut.sounds]).toEqual([0, 1])
})

test('two at the same time ring both, and each is heard by itself', async () => {
  const sut = await machine()
  const one = await sut.add(MINUTE, 'one')
  await sut.add(MINUTE, 'two')
  sut.timers.pass(MINUTE)
  const both = [sut.shown, sut.notifications.open.size]
  await sut.sut.done(one.id)
  const left = [sut.shown, sut.notifications.open.size]
  const sounds = sut.sounds
  sut.timers.pass(6 * SECOND)
  expect({ both, left, stillHeard: sut.sounds > sounds }).toEqual({ both: [['one 12:01', 'two 12:01'], 2], left: [['two 12:01'], 1], stillHeard: true })
})

test('a hundred and no more; a cancelled one can be put back', async () => {
  const sut = await machine()
  for (let number = 0; number < 100; number += 1) await sut.add(HOUR + number)
  const over = await sut.sut.records.add({ dueAt: sut.now + HOUR, zone: null, text: '' })
  const removed = await sut.sut.records.remove('r50')
  const less = sut.sut.view.waiting
  expect({ over, removed: removed.ok, less, back: await sut.sut.records.putBack('r50'), again: await sut.sut.records.putBack('r50'), all: sut.sut.view.waiting }).toEqual({
    over: { ok: false, error: 'There are too many timers and reminders; cancel some.' }, removed: true, less: 99, back: true, again: false, all: 100,
  })
})

test('what cannot be written is not set; what rings rings all the same', async () => {
  const sut = await machine()
  await sut.add(MINUTE)
  sut.store.failure = 'history-full'
  const refused = await sut.sut.records.add({ dueAt: sut.now + HOUR, zone: null, text: '' })
  sut.timers.pass(MINUTE)
  await Promise.resolve()
  expect({ refused: refused.ok, waiting: sut.sut.view.waiting, shown: sut.shown, errors: sut.errors }).toEqual({ refused: false, waiting: 0, shown: ['tea 12:01'], errors: ['history-full'] })
})

test('everything is deleted: nothing rings, nothing waits', async () => {
  const sut = await machine()
  await sut.add(MINUTE)
  await sut.add(HOUR)
  sut.timers.pass(MINUTE)
  sut.sut.forgetAll()
  const sounds = sut.sounds
  sut.timers.pass(2 * HOUR)
  expect([sut.shown, sut.sut.view.waiting, sut.sounds - sounds, sut.notifications.open.size, sut.timers.waiting]).toEqual([[], 0, 0, 0, 0])
})
