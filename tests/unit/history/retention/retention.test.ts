import { describe, expect, test } from 'vitest'
import { Retention } from '../../../../src/main/history/retention/retention'
import { conversationId } from '../../../../src/shared/ids'
import type { RetentionChoice } from '../../../../src/shared/settings'
import { FakeHistoryStore } from '../../../fakes/fake-history-store'
import { FakeTimers } from '../../../fakes/fake-timers'
import { head, item, NOON, settled } from '../recorder/recorder-world'

const HOUR = 60 * 60 * 1_000
const DAY = 24 * HOUR

/** Conversations, named by the days since their last word, at a time of which the machine's clock knows only what `clock` says. */
async function history(days: readonly number[], pinned: readonly number[] = []) {
  const store = new FakeHistoryStore()
  const timers = new FakeTimers()
  const told: string[] = []
  const world = { keeping: '7-days' as RetentionChoice, wrongBy: 0, held: '' }
  for (const ago of days) await store.saveItems(head(conversationId(String(ago))), [{ position: 1, item: { ...item('a'), createdAt: NOON - ago * DAY, hasAudio: false } }])
  for (const [, talk] of store.talks) talk.updatedAt = talk.rows.values().next().value?.write.item.createdAt ?? 0
  for (const ago of pinned) await store.pin(conversationId(String(ago)), true)
  const sut = new Retention({
    store,
    timers,
    keeping: () => world.keeping,
    isHeld: (id) => id === world.held,
    wallClock: () => NOON + timers.now() + world.wrongBy,
    notify: ({ tag }) => told.push(tag),
    changed: () => told.push('changed'),
  })
  const left = () => [...store.talks.keys()].sort()
  const hours = async (count: number) => {
    for (let hour = 0; hour < count; hour += 1) {
      timers.pass(HOUR)
      await settled()
    }
  }
  return { sut, store, timers, told, world, left, hours }
}

describe('what is old', () => {
  test('goes when it was found old twice, an hour apart; what is pinned stays', async () => {
    const { sut, told, left, hours, timers } = await history([1, 6, 8, 20, 21], [21])
    await sut.evaluate()
    timers.pass(HOUR - 1)
    await settled()
    const early = left()
    timers.pass(1)
    await settled()
    await hours(20)
    expect([early, left(), told]).toEqual([['1', '20', '21', '6', '8'], ['1', '21', '6'], ['changed']])
  })

  test('goes from the account of sent text too, though no conversation is old', async () => {
    const { sut, store, hours } = await history([2])
    const sent = (at: number) => ({ id: String(at), at, host: 'api.openai.com', bytes: 9, characters: 8, files: 1, kind: 'passages' as const })
    void (await store.saveSentText([sent(NOON - 8 * DAY), sent(NOON - 6 * DAY)]))
    const left = () => [...store.sentRows.values()].map(({ at }) => at)
    await sut.evaluate()
    const early = left()
    await hours(2)
    expect([early.length, left()]).toEqual([2, [NOON - 6 * DAY]])
  })

  test('is not the conversation that is being held, not after eight days either; it is when another is held', async () => {
    const { sut, world, left, hours } = await history([0, 1])
    world.held = '0'
    await sut.evaluate()
    await hours(9 * 24)
    const open = left()
    world.held = ''
    await hours(1)
    expect([open, left()]).toEqual([['0'], []])
  })

  test('is asked for anew when the choice changes, and not held against a conversation that was old before', async () => {
    const { sut, world, left, hours } = await history([1, 8])
    await sut.evaluate()
    world.keeping = 'forever'
    await sut.evaluate()
    await hours(5)
    world.keeping = '7-days'
    await sut.evaluate()
    const atOnce = left()
    await hours(1)
    expect([atOnce, left()]).toEqual([['1', '8'], ['1']])
  })

  test('stays when it is pinned or goes on between the looks', async () => {
    const { sut, store, left, hours } = await history([1, 8, 9])
    await sut.evaluate()
    await store.pin(conversationId('8'), true)
    await store.saveItems(head(conversationId('9')), [{ position: 2, item: { ...item('b'), createdAt: NOON, hasAudio: false } }])
    await hours(3)
    expect(left()).toEqual(['1', '8', '9'])
  })

  test('goes later where the history cannot be read or written just now, told', async () => {
    const { sut, store, told, left, hours } = await history([1, 8])
    await sut.evaluate()
    store.failure = 'history-locked'
    await hours(2)
    store.failure = null
    await hours(1)
    expect([told, left()]).toEqual([['history-locked', 'history-locked', 'changed'], ['1']])
  })
})

describe('a clock that is wrong', () => {
  test.each([31, 60, 400, 20_000])('%i days ahead from the start deletes nothing, however long it runs', async (days) => {
    const { sut, world, left, hours } = await history([1, 2, 40], [2])
    world.wrongBy = days * DAY
    await sut.evaluate()
    await hours(48)
    expect(left()).toEqual(['1', '2', '40'])
  })

  test('deletes nothing either when something is said by it', async () => {
    const { sut, world, store, left, hours } = await history([1])
    world.wrongBy = 400 * DAY
    await store.saveItems(head(), [{ position: 1, item: { ...item('now'), createdAt: NOON + world.wrongBy, hasAudio: false } }])
    await sut.evaluate()
    await hours(20)
    expect(left()).toEqual(['1', 'talk'])
  })

  test('a jump of ten days and back leaves what is young', async () => {
    const { sut, world, left, hours } = await history([1, 8])
    await sut.evaluate()
    world.wrongBy = 10 * DAY
    await hours(1)
    world.wrongBy = 0
    await hours(3)
    expect(left()).toEqual(['1'])
  })

  test('behind, it deletes nothing', async () => {
    const { sut, world, left, hours } = await history([1, 8])
    world.wrongBy = -20_000 * DAY
    await sut.evaluate()
    await hours(3)
    expect(left()).toEqual(['1', '8'])
  })

  test('after a long absence what is old waits until the clock has a day of use behind it', async () => {
    const { sut, store, left, hours } = await history([60, 90])
    await store.saveItems(head(), [{ position: 1, item: { ...item('back'), createdAt: NOON, hasAudio: false } }])
    await sut.evaluate()
    await hours(24)
    const doubted = left()
    await hours(2)
    expect([doubted, left()]).toEqual([['60', '90', 'talk'], ['talk']])
  })
})
