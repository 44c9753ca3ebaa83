import { expect, test } from 'vitest'
import { TUNING } from '../../../../src/main/talk/core/turn/tuning'
import { SilentItems } from '../../../../src/main/talk/output/silent-items'
import { itemId } from '../../../../src/shared/ids'

test('an item of which nobody says that it ended is told of once, and not looked at again', () => {
  const clock = { now: 0 }
  const set: { readonly ms: number; readonly run: () => void }[] = []
  const over: string[] = []
  const timers = { now: () => clock.now, after: (ms: number, run: () => void) => (set.push({ ms, run }), () => undefined) }
  const sut = new SilentItems(timers, (item) => void over.push(item)) // whoever hears it has forgotten the item already
  sut.came(itemId('early'))
  clock.now = 1_000
  sut.came(itemId('later'))
  clock.now = TUNING.silentItemBoundMs
  set[0]?.run()
  clock.now += 1_000
  set[1]?.run()
  expect({ over, bounds: set.map(({ ms }) => ms) }).toEqual({ over: ['early', 'later'], bounds: [TUNING.silentItemBoundMs, 1_000] })
})
