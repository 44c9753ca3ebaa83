import { expect, test } from 'vitest'
import { PieceJoiner } from '../../../../src/main/talk/output/piece-joiner'
import { itemId } from '../../../../src/shared/ids'
import { PlaybackQueue } from '../../../../src/renderer/src/audio/playback/playback-queue'
import { FakeTimers } from '../../../fakes/fake-timers'

const [A, B] = [itemId('a'), itemId('b')]

function joiner() {
  const timers = new FakeTimers()
  const played: { item: string; pcm: Int16Array }[] = []
  const sut = new PieceJoiner((item, pcm) => played.push({ item, pcm }), timers)
  const push = (samples: number, item = A) => sut.push(item, new Int16Array(samples).fill(7))
  return { timers, played, sut, push, samples: () => played.reduce((sum, { pcm }) => sum + pcm.length, 0) }
}

test('20,000 pieces of 10 ms that come at once fit into the player, whole', () => {
  const { played, sut, push } = joiner()
  const lost: number[] = []
  const queue = new PlaybackQueue((fact) => fact.type === 'overflow' && lost.push(fact.droppedSamples))
  for (let at = 0; at < 20_000; at += 1) push(240)
  sut.flush()
  for (const { item, pcm } of played) queue.receive({ type: 'write', item, pcm })
  const output = new Float32Array(128)
  let heard = 0
  while (queue.busy) {
    queue.render(output)
    heard += output.filter((sample) => sample !== 0).length
  }
  expect({ heard: heard >= 20_000 * 240 && heard < 20_000 * 240 + 128, lost, few: played.length < 2_100 }).toEqual({ heard: true, lost: [], few: true })
})

test('pieces of one sample, too', () => {
  const { played, sut, push, samples } = joiner()
  for (let at = 0; at < 200_000; at += 1) push(1)
  sut.flush()
  expect([samples(), played.length < 11_000]).toEqual([200_000, true])
})

test('a server that sends in step with the clock is not kept waiting', () => {
  const { timers, played, push } = joiner()
  for (let at = 0; at < 100; at += 1) {
    push(240)
    timers.pass(10)
  }
  expect(played.length).toBe(100)
})

test('what is left over goes on by itself, before the player is through', () => {
  const { timers, push, samples } = joiner()
  push(24_000)
  push(240)
  const before = samples()
  timers.pass(100)
  expect([before, samples()]).toEqual([24_000, 24_240])
})

test('the order of items is kept, and silence leaves nothing behind', () => {
  const { timers, played, sut, push } = joiner()
  push(24_000)
  push(240)
  push(240, B)
  push(240, B)
  sut.drop()
  timers.pass(1_000)
  expect([played.map(({ item, pcm }) => `${item} ${String(pcm.length)}`), timers.waiting]).toEqual([['a 24000', 'a 240'], 0])
})
