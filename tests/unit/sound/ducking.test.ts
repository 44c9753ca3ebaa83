import { expect, test } from 'vitest'
import { Ducking } from '../../../src/main/sound/ducking'
import type { TurnPhase } from '../../../src/shared/view'

function duckingOnTrace({ possible = true, wanted = true } = {}) {
  const trace: string[] = []
  const world = { wanted, failing: new Set<string>() }
  const step = (name: string) => async () => {
    trace.push(`${name}…`)
    await Promise.resolve()
    if (world.failing.delete(name)) throw new Error(`no ${name}`)
    trace.push(name)
  }
  const sut = new Ducking({ possible: () => (world.failing.delete('possible') ? Promise.reject(new Error('no possible')) : Promise.resolve(possible)), lower: step('lower'), lowerToo: (stream) => step(`lower ${String(stream)}`)(), restore: step('restore') }, () => world.wanted, () => trace.push('changed'), (cause) => trace.push(String(cause)))
  const phases = (...all: TurnPhase[]) => all.forEach((phase) => sut.follow(phase))
  return { trace, world, sut, phases }
}

test('lowered once for a turn, restored when the microphone is shut, one after the other', async () => {
  const { trace, sut, phases } = duckingOnTrace()
  phases('idle', 'opening', 'listening', 'closing', 'thinking', 'speaking', 'idle')
  await sut.stop()
  expect(trace).toEqual(['lower…', 'lower', 'restore…', 'restore'])
})

test('what begins to play meanwhile is lowered, too, behind the others; before and after it is left alone', async () => {
  const { trace, sut, phases } = duckingOnTrace()
  sut.streamBegan(1)
  phases('opening')
  sut.streamBegan(2)
  phases('listening', 'closing', 'thinking')
  sut.streamBegan(3)
  await sut.stop()
  expect(trace).toEqual(['lower…', 'lower', 'lower 2…', 'lower 2', 'restore…', 'restore'])
})

test('an earlier run is made good at the start; a system that does not let us is left alone', async () => {
  const [can, cannot] = [duckingOnTrace(), duckingOnTrace({ possible: false })]
  await Promise.all([can.sut.start(), cannot.sut.start()])
  expect([can.trace, can.sut.possible, cannot.trace, cannot.sut.possible]).toEqual([['changed', 'restore…', 'restore'], true, ['changed'], false])
})

test('not wanted: nothing; switched off, or quit, in mid-turn: restored at once', async () => {
  const [off, turned, quit] = [duckingOnTrace({ wanted: false }), duckingOnTrace(), duckingOnTrace()]
  off.phases('opening', 'listening')
  turned.phases('opening')
  turned.world.wanted = false
  turned.phases('listening')
  quit.phases('listening')
  await Promise.all([off, turned, quit].map(({ sut }) => sut.stop()))
  expect([off.trace, turned.trace, quit.trace]).toEqual([[], ['lower…', 'lower', 'restore…', 'restore'], ['lower…', 'lower', 'restore…', 'restore']])
})

test.each([
  ['lower', ['lower…', 'Error: no lower', 'restore…', 'restore', 'lower…', 'lower', 'restore…', 'restore']],
  ['restore', ['lower…', 'lower', 'restore…', 'Error: no restore', 'lower…', 'lower', 'restore…', 'restore']],
])('a step that fails (%s) is told, and the next turn lowers and restores as ever', async (failing, expected) => {
  const { trace, world, sut, phases } = duckingOnTrace()
  world.failing.add(failing)
  phases('listening', 'idle', 'listening', 'idle')
  await sut.stop()
  expect(trace).toEqual(expected)
})

test('a system that fails when it is asked whether it lets us is told, and asked anew', async () => {
  const { trace, world, sut } = duckingOnTrace()
  world.failing.add('possible')
  await sut.start()
  const first = sut.possible
  await sut.start()
  expect([first, sut.possible, trace]).toEqual([false, true, ['Error: no possible', 'changed', 'changed', 'restore…', 'restore']])
})

test('what could not be given back is given back at the end', async () => {
  const { trace, world, sut, phases } = duckingOnTrace()
  phases('listening')
  world.failing.add('restore')
  phases('idle')
  await sut.stop()
  expect(trace).toEqual(['lower…', 'lower', 'restore…', 'Error: no restore', 'restore…', 'restore'])
})
