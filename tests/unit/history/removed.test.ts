import { expect, it } from 'vitest'
import { Removed } from '../../../src/main/history/removed'
import { ok } from '../../../src/shared/result'
import { FakeTimers } from '../../fakes/fake-timers'

function counted() {
  let purges = 0
  const timers = new FakeTimers()
  const removed = new Removed({ purge: () => Promise.resolve(ok((purges += 1, null))) }, timers)
  return { removed, timers, purges: () => purges }
}

it('what was deleted goes when the last window that offers an Undo does so no more', async () => {
  const { removed, purges } = counted()
  removed.offered('panel')
  removed.offered('history')
  await removed.over('history')
  const meanwhile = purges()
  await removed.over('panel')
  expect([meanwhile, purges()]).toEqual([0, 1])
})

it('a window that never says so, as after an Undo, holds up the other for a minute', async () => {
  const { removed, timers, purges } = counted()
  removed.offered('history')
  timers.pass(30_000)
  removed.offered('panel')
  await removed.over('panel')
  timers.pass(29_999)
  const before = purges()
  timers.pass(1)
  expect([before, purges()]).toEqual([0, 1])
})
