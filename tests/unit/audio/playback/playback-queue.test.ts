import { expect, test } from 'vitest'
import { PlaybackQueue } from '../../../../src/renderer/src/audio/playback/playback-queue'
import type { PlaybackFact } from '../../../../src/shared/ipc/audio-ports'

const QUANTUM = 128
const LOUD = 16_384

function queueOnTrace(capacity?: number) {
  const facts: PlaybackFact[] = []
  const queue = new PlaybackQueue((fact) => facts.push(fact), capacity)
  const write = (item: string, samples: number) => queue.receive({ type: 'write', item, pcm: new Int16Array(samples).fill(LOUD) })
  const end = (item: string) => queue.receive({ type: 'end', item })
  const stop = (id: number) => queue.receive({ type: 'stop', id })
  const render = (quanta: number): number[] => {
    const heard: number[] = []
    for (let at = 0; at < quanta; at += 1) {
      const output = new Float32Array(QUANTUM).fill(NaN)
      queue.render(output)
      heard.push(...output)
    }
    return heard
  }
  return { facts, queue, write, end, stop, render }
}

test('an item is played sample by sample, said to have started, and drained when its last sample was rendered', () => {
  const { facts, queue, render } = queueOnTrace()
  queue.receive({ type: 'write', item: 'a', pcm: Int16Array.from({ length: 200 }, (_, at) => at - 100) })
  queue.receive({ type: 'end', item: 'a' })
  const before = [...facts]
  const heard = render(2).slice(0, 200).map((sample) => sample * 32_768)
  expect({ before, facts, heard }).toEqual({
    before: [],
    facts: [
      { type: 'started', item: 'a' },
      { type: 'drained', item: 'a', heardSamples: 200, underruns: 0 },
    ],
    heard: Array.from({ length: 200 }, (_, at) => at - 100),
  })
})

test('items follow each other inside one quantum', () => {
  const { facts, write, end, render } = queueOnTrace()
  write('a', 50)
  end('a')
  write('b', 60)
  end('b')
  const heard = render(1)
  expect([facts.map((fact) => fact.type), heard.findIndex((sample) => sample !== 0.5)]).toEqual([['started', 'drained', 'started', 'drained'], 110])
})

test('an end that comes after the last sample drains at once, and its dry spell was no underrun', () => {
  const { facts, write, end, render } = queueOnTrace()
  write('a', 64)
  render(3)
  end('a')
  expect(facts.at(-1)).toEqual({ type: 'drained', item: 'a', heardSamples: 64, underruns: 0 })
})

test('a dry spell with more to come is one underrun, however long it was', () => {
  const { facts, write, end, render } = queueOnTrace()
  write('a', 64)
  render(5)
  write('a', 64)
  write('a', 64)
  end('a')
  render(1)
  expect(facts.at(-1)).toEqual({ type: 'drained', item: 'a', heardSamples: 192, underruns: 1 })
})

test('stop: the next quantum holds no queued sample, the heard count is exact, and it says so only after that quantum', () => {
  const { facts, write, stop, render } = queueOnTrace()
  write('a', 1_000)
  write('b', 1_000)
  render(3)
  stop(7)
  const before = facts.length
  const after = render(1)
  expect({ before, told: facts.slice(1), fallen: after.findIndex((sample) => sample === 0), rest: render(2).every((sample) => sample === 0) }).toEqual({
    before: 1,
    told: [{ type: 'stopped', id: 7, heard: [{ item: 'a', heardSamples: 384 }, { item: 'b', heardSamples: 0 }], renderedAfterStop: 0 }],
    fallen: 59,
    rest: true,
  })
})

test('a cut waveform slopes down without a step larger than a sixtieth of it', () => {
  const { write, stop, render } = queueOnTrace()
  write('a', 1_000)
  const before = render(1)
  stop(1)
  const wave = [...before.slice(-1), ...render(1)]
  const steps = wave.slice(1).map((sample, at) => Math.abs(sample - (wave[at] ?? 0)))
  expect(Math.max(...steps)).toBeLessThan(0.5 / 59)
})

test('late audio of a stopped item is dropped; a new item plays, from the quantum after the proof of silence', () => {
  const { facts, write, end, stop, render } = queueOnTrace()
  write('a', 500)
  render(1)
  stop(1)
  write('a', 500)
  end('a')
  write('b', 128)
  end('b')
  const [silent, loud] = [render(1), render(1)]
  expect([silent.includes(0.5), loud.every((sample) => sample === 0.5), facts.map((fact) => ('item' in fact ? `${fact.type} ${fact.item}` : fact.type))]).toEqual([
    false,
    true,
    ['started a', 'stopped', 'started b', 'drained b'],
  ])
})

test('a second stop before the first was proven speaks for the items of both', () => {
  const { facts, write, stop, render } = queueOnTrace()
  write('a', 500)
  stop(1)
  write('b', 500)
  stop(2)
  render(1)
  expect(facts).toEqual([
    { type: 'stopped', id: 1, heard: [{ item: 'a', heardSamples: 0 }], renderedAfterStop: 0 },
    { type: 'stopped', id: 2, heard: [{ item: 'a', heardSamples: 0 }, { item: 'b', heardSamples: 0 }], renderedAfterStop: 0 },
  ])
})

test('what does not fit is reported, not kept', () => {
  const { facts, write, end, render } = queueOnTrace(2)
  write('a', 10)
  write('a', 20)
  write('a', 30)
  end('a')
  render(1)
  expect(facts).toEqual([
    { type: 'overflow', item: 'a', droppedSamples: 30 },
    { type: 'started', item: 'a' },
    { type: 'drained', item: 'a', heardSamples: 30, underruns: 0 },
  ])
})

test('slots are used round and round', () => {
  const { facts, write, end, render } = queueOnTrace(3)
  for (let at = 0; at < 10; at += 1) {
    write('a', 100)
    write('a', 28)
    render(1)
  }
  end('a')
  expect(facts).toEqual([
    { type: 'started', item: 'a' },
    { type: 'drained', item: 'a', heardSamples: 1_280, underruns: 0 },
  ])
})

test('an item without a sample drains on its end; an unknown one says nothing', () => {
  const { facts, write, end } = queueOnTrace()
  write('a', 0)
  end('a')
  end('x')
  expect(facts).toEqual([{ type: 'drained', item: 'a', heardSamples: 0, underruns: 0 }])
})

test('busy while samples or the proof of a stop are outstanding', () => {
  const { queue, write, stop, render } = queueOnTrace()
  const seen = [queue.busy]
  write('a', 200)
  seen.push(queue.busy)
  stop(1)
  seen.push(queue.busy)
  render(1)
  seen.push(queue.busy)
  expect(seen).toEqual([false, true, true, false])
})

test('one item is dropped: the others are played in their order, whole, and nothing is told of it', () => {
  const { facts, queue, write, end, render } = queueOnTrace()
  write('a', 100)
  write('clip', 64)
  write('b', 32)
  write('clip', 64)
  write('b', 32)
  for (const item of ['a', 'clip', 'b']) end(item)
  queue.receive({ type: 'drop', item: 'clip' })
  render(2)
  expect([facts.map((fact) => (fact.type === 'drained' ? `${fact.item} ${String(fact.heardSamples)}` : fact.type)), queue.busy]).toEqual([['started', 'a 100', 'started', 'b 64'], false])
})

test('the item that is playing is dropped in mid-piece: the next one begins at its first sample', () => {
  const { facts, queue, write, end, render } = queueOnTrace()
  write('clip', 1_000)
  render(1)
  write('b', 64)
  end('b')
  queue.receive({ type: 'drop', item: 'clip' })
  const heard = render(1)
  expect([facts.at(-1), heard.filter((sample) => sample === 0.5).length]).toEqual([{ type: 'drained', item: 'b', heardSamples: 64, underruns: 0 }, 64])
})

test('dropping works round the end of the ring', () => {
  const { facts, queue, write, end, render } = queueOnTrace(4)
  for (let round = 0; round < 5; round += 1) {
    write('clip', 32)
    write('b', 32)
    write('clip', 32)
    queue.receive({ type: 'drop', item: 'clip' })
    render(1)
  }
  end('b')
  expect(facts.at(-1)).toMatchObject({ type: 'drained', item: 'b', heardSamples: 160 })
})
