import { expect, test } from 'vitest'
import { recordKey } from '../../../../src/main/hotkeys/adapters/key-recorder'
import { type KeyEvent, NO_MODIFIERS } from '../../../../src/main/hotkeys/core/keys'
import { FakeTimers } from '../../../fakes/fake-timers'

function recorder() {
  const timers = new FakeTimers()
  const listeners = new Set<(event: KeyEvent) => void>()
  const held: string[] = []
  const hook = {
    listen: (listener: (event: KeyEvent) => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  const sut = recordKey(hook, 'talk', (codes) => held.push(codes.join(' ')), timers)
  const key = (code: string, edge: KeyEvent['edge']) => [...listeners].forEach((tell) => tell({ code, edge, modifiers: NO_MODIFIERS }))
  return { sut, key, held, left: () => ({ listeners: listeners.size, timers: timers.waiting }) }
}

test('a key is recorded once it is up again', async () => {
  const { sut, key, held, left } = recorder()
  key('F9', 'down')
  key('F9', 'up')
  expect({ recorded: await sut.recorded, held, ...left() }).toEqual({ recorded: { ok: true, value: 'F9' }, held: ['F9', '', ''], listeners: 0, timers: 0 })
})

test('left while it waits, it keeps no key from anybody', async () => {
  const { sut, key, left } = recorder()
  sut.leave()
  key('F9', 'down')
  key('F9', 'up')
  const recorded = await sut.recorded
  expect({ tag: !recorded.ok && recorded.error.tag, ...left() }).toEqual({ tag: 'timeout', listeners: 0, timers: 0 })
})
