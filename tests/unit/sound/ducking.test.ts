import { expect, test } from 'vitest'
import { Ducking } from '../../../src/main/sound/ducking'
import type { TurnPhase } from '../../../src/shared/view'

function keeperOnTrace({ possible = true, wanted = true } = {}) {
  const trace: string[] = []
  const world = { wanted, failing: new Set<string>() }
  const step = (name: string) => async () => {
    trace.push(`${name}…`)
    await Promise.resolve()
    if (world.failing.delete(name)) throw new Error(`no ${name}`)
    trace.push(name)
  }
  const keeper = new Ducking({ possible: () => (world.failing.delete('possible') ? Promise.reject(new Error('no possible')) : Promise.resolve(possible)), lower: step('lower'), lowerToo: (stream) => step(`lower ${String(stream)}`)(), restore: step('restore') }, () => world.wanted, () => trace.push('changed'), (cause) => trace.push(String(cause)))
  const phases = (...all: TurnPhase[]) => all.forEach((phase) => keeper.follow(phase))
  return { trace, world, keeper, phases }
}

test('lowered once for a turn, restored when the microphone is shut, one after the other', async () => {
  const { trace, keeper, phases } = keeperOnTrace()
  phases('idle', 'opening', 'listening', 'closing', 'thinking', 'speaking', 'idle')
  await keeper.stop()
  expect(trace).toEqual(['lower…', 'lower', 'restore…', 'restore'])
})

test('what begins to play meanwhile is lowered, too, behind the others; before and after it is left alone', async () => {
  const { trace, keeper, phases } = keeperOnTrace()
  keeper.streamBegan(1)
  phases('opening')
  keeper.streamBegan(2)
  phases('listening', 'closing', 'thinking')
  keeper.streamBegan(3)
  await keeper.stop()
  expect(trace).toEqual(['lower…', 'lower', 'lower 2…', 'lower 2', 'restore…', 'restore'])
})

test('an earlier run is made good at the start; a system that does not let us is left alone', async () => {
  const [can, cannot] = [keeperOnTrace(), keeperOnTrace({ possible: false })]
  await Promise.all([can.keeper.start(), cannot.keeper.start()])
  expect([can.trace, can.keeper.possible, cannot.trace, cannot.keeper.possible]).toEqual([['changed', 'restore…', 'restore'], true, ['changed'], false])
})

test('not wanted: nothing; switched off, or quit, in mid-turn: restored at once', async () => {
  const [off, turned, quit] = [keeperOnTrace({ wanted: false }), keeperOnTrace(), keeperOnTrace()]
  off.phases('opening', 'listening')
  turned.phases('opening')
  turned.world.wanted = false
  turned.phases('listening')
  quit.phases('listening')
  await Promise.all([off, turned, quit].map(({ keeper }) => keeper.stop()))
  expect([off.trace, turned.trace, quit.trace]).toEqual([[], ['lower…', 'lower', 'restore…', 'restore'], ['lower…', 'lower', 'restore…', 'restore']])
})

test.each([
  ['lower', ['lower…', 'Error: no lower', 'restore…', 'restore', 'lower…', 'lower', 'restore…', 'restore']],
  ['restore', ['lower…', 'lower', 'restore…', 'Error: no restore', 'lower…', 'lower', 'restore…', 'restore']],
])('a step that fails (%s) is told, and the next turn lowers and restores as ever', async (failing, expected) => {
  const { trace, world, keeper, phases } = keeperOnTrace()
  world.failing.add(failing)
  phases('listening', 'idle', 'listening', 'idle')
  await keeper.stop()
  expect(trace).toEqual(expected)
})

test('a system that fails when it is asked whether it lets us is told, and asked anew', async () => {
  const { trace, world, keeper } = keeperOnTrace()
  world.failing.add('possible')
  await keeper.start()
  const first = keeper.possible
  await keeper.start()
  expect([first, keeper.possible, trace]).toEqual([false, true, ['Error: no possible', 'changed', 'changed', 'restore…', 'restore']])
})

test('what could not be given back is given back at the end', async () => {
  const { trace, world, keeper, phases } = keeperOnTrace()
  phases('listening')
  world.failing.add('restore')
  phases('idle')
  await keeper.stop()
  expect(trace).toEqual(['lower…', 'lower', 'restore…', 'Error: no restore', 'restore…', 'restore'])
})
