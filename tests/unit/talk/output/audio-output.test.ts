import { describe, expect, test } from 'vitest'
import { TUNING } from '../../../../src/main/talk/core/turn/tuning'
import { AudioOutput } from '../../../../src/main/talk/output/audio-output'
import { encodePcm } from '../../../../src/main/talk/input/pcm-encoder'
import { itemId, turnId } from '../../../../src/shared/ids'
import { FakeAudioPort } from '../../../fakes/fake-audio-port'
import { FakeTimers } from '../../../fakes/fake-timers'

const TURN = turnId('turn_1')
const FIRST = itemId('item_1')
const SECOND = itemId('item_2')
const audio = (samples: number) => encodePcm(new Int16Array(samples).fill(7))

function audioOutput() {
  const port = new FakeAudioPort()
  const told: string[] = []
  const timers = new FakeTimers()
  const finished: string[] = []
  const sut = new AudioOutput(port, {
    started: (item) => told.push(`started ${item}`),
    drained: (item, heard) => told.push(`drained ${item} ${String(heard)}`),
    finished: (turn) => finished.push(turn),
    began: () => undefined,
    cut: (item, heard, received) => told.push(`cut ${item} ${String(heard)}/${String(received)}`),
    silent: () => told.push('silent'),
    played: () => undefined,
  }, timers)
  return { port, told, sut, timers, finished }
}

test('an answer is played and drained', () => {
  const { port, told, sut } = audioOutput()
  sut.delta(TURN, FIRST, audio(480))
  sut.started(FIRST)
  sut.endItem(FIRST)
  sut.endItem(FIRST)
  sut.drained(FIRST, 480, 0)
  expect({ told, calls: port.calls, samples: port.samplesPlayed(FIRST), playing: sut.playing }).toEqual({
    told: ['started item_1', 'drained item_1 480'],
    calls: ['end item_1'],
    samples: 480,
    playing: false,
  })
})

test('what was heard is never more than was received', () => {
  const { told, sut } = audioOutput()
  sut.delta(TURN, FIRST, audio(480))
  sut.stop()
  sut.stopped(1, [{ item: FIRST, heardSamples: 9_999 }], 0)
  expect(told).toEqual(['cut item_1 480/480', 'silent'])
})

test('a queued item nobody heard is cut at zero, and late audio of both is dropped', () => {
  const { port, told, sut } = audioOutput()
  sut.delta(TURN, FIRST, audio(480))
  sut.delta(TURN, SECOND, audio(480))
  sut.stop()
  sut.stopped(1, [{ item: FIRST, heardSamples: 100 }], 0)
  sut.delta(TURN, FIRST, audio(480))
  sut.delta(TURN, SECOND, audio(480))
  expect({ told, second: port.samplesPlayed(SECOND) }).toEqual({
    told: ['cut item_1 100/480', 'cut item_2 0/480', 'silent'],
    second: 480,
  })
})

test('an item that drained just before the stop arrived is not cut', () => {
  const { told, sut } = audioOutput()
  sut.delta(TURN, FIRST, audio(480))
  sut.endItem(FIRST)
  sut.stop()
  sut.drained(FIRST, 480, 0)
  sut.stopped(1, [], 0)
  expect(told).toEqual(['silent'])
})

test('two stops before the first answer: each item counts with what its own stop found', () => {
  const { told, sut } = audioOutput()
  sut.delta(TURN, FIRST, audio(480))
  sut.stop()
  sut.delta(TURN, SECOND, audio(480))
  sut.stop()
  sut.stopped(1, [{ item: FIRST, heardSamples: 100 }], 0)
  sut.stopped(2, [{ item: SECOND, heardSamples: 20 }], 0)
  expect(told).toEqual(['cut item_1 100/480', 'cut item_2 20/480', 'silent'])
})

test('what was cut as the page died is not taken for unheard at the next stop', () => {
  const { told, sut } = audioOutput()
  sut.delta(TURN, FIRST, audio(480))
  sut.stop()
  sut.lost()
  sut.delta(TURN, SECOND, audio(480))
  sut.stop()
  sut.stopped(2, [{ item: SECOND, heardSamples: 20 }], 0)
  expect(told).toEqual(['cut item_2 20/480', 'silent'])
})

test('silence when nothing plays asks nobody', () => {
  const { port, sut } = audioOutput()
  sut.stop()
  expect(port.calls).toEqual([])
})

describe('an item whose end the server never tells', () => {
  const SILENT_MS = TUNING.silentItemBoundMs

  test('ends once nothing more has come of it for long, and the turn with it', () => {
    const { port, told, sut, timers, finished } = audioOutput()
    sut.delta(TURN, FIRST, audio(480))
    timers.pass(SILENT_MS - 1)
    sut.delta(TURN, FIRST, audio(480)) // that counts from here
    timers.pass(SILENT_MS - 1)
    const before = [...port.calls]
    timers.pass(1)
    sut.drained(FIRST, 960, 0)
    expect([before, port.calls, told, finished, timers.waiting]).toEqual([[], ['end item_1'], ['drained item_1 960'], [TURN], 0])
  })

  test('each for itself, and what comes later still is played', () => {
    const { port, told, sut, timers, finished } = audioOutput()
    sut.delta(TURN, FIRST, audio(480))
    timers.pass(1_000)
    sut.delta(TURN, SECOND, audio(480))
    timers.pass(SILENT_MS - 1_000)
    const first = [...port.calls]
    sut.delta(TURN, FIRST, audio(480))
    sut.drained(FIRST, 960, 0)
    timers.pass(1_000)
    sut.drained(SECOND, 480, 0)
    expect([first, port.samplesPlayed(FIRST), told, finished]).toEqual([['end item_1'], 960, ['drained item_1 960', 'drained item_2 480'], [TURN]])
  })

  test('waits for nothing that ended, was cut or went with its page', () => {
    const { sut, timers } = audioOutput()
    const waiting = [() => sut.endItem(FIRST), () => sut.stop(), () => sut.lost()].map((over, index) => {
      sut.delta(TURN, index === 0 ? FIRST : itemId(`item_${String(index + 5)}`), audio(480))
      timers.pass(100) // what is joined from small pieces has gone to the player
      over()
      return timers.waiting
    })
    expect(waiting).toEqual([0, 0, 0])
  })
})

test('what is cut for another conversation is silent, and nobody is told how much was heard', () => {
  const { port, told, sut } = audioOutput()
  sut.delta(TURN, FIRST, audio(480))
  sut.leave()
  sut.stopped(1, [{ item: FIRST, heardSamples: 240 }], 0)
  expect([told, port.calls, sut.playing]).toEqual([['silent'], ['stop 1'], false])
})
