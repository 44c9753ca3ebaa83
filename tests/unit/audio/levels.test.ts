import { expect, test } from 'vitest'
import { LevelMeter } from '../../../src/renderer/src/audio/level-meter'
import { levelsOf, LevelTrack } from '../../../src/renderer/src/audio/levels'
import { LEVEL_HISTORY } from '../../../src/shared/levels'

const quantum = (value: number) => new Float32Array(128).fill(value)

/** A meter joined to a track the way a port joins them: by copies. */
function metered() {
  const [input, output] = [new LevelTrack(), new LevelTrack()]
  const meter = new LevelMeter((reading) => input.take(reading.slice()))
  const switched: boolean[] = []
  const connect = () => input.connect((on) => {
    switched.push(on)
    meter.switch(on)
  })
  const pass = (value: number, quanta: number) => { for (let at = 0; at < quanta; at += 1) meter.pass(quantum(value)) }
  return { levels: levelsOf(input, output), input, switched, connect, pass }
}

test('one reading for ten quanta, measured only while somebody watches, also one who came before the worklet', () => {
  const { levels, switched, connect, pass } = metered()
  const first = levels.watch()
  connect()
  const second = levels.watch()
  pass(0.5, 9)
  const early = levels.input.count
  pass(-0.5, 11)
  const watched = { early, rms: levels.input.rms, peak: levels.input.peak, count: levels.input.count, past: [0, 1, 2].map((back) => levels.input.past(back)) }
  first()
  first()
  second()
  pass(1, 100)
  expect({ watched, count: levels.input.count, rms: levels.input.rms, switched }).toEqual({
    watched: { early: 0, rms: 0.5, peak: 0.5, count: 2, past: [0.5, 0.5, 0] }, count: 2, rms: 0, switched: [true, false],
  })
})

test('the past reaches as far as promised, and a closed device is silent', () => {
  const { levels, input, connect, pass } = metered()
  levels.watch()
  connect()
  pass(0.25, 10)
  pass(0.5, 10 * (LEVEL_HISTORY - 1))
  const before = [levels.input.past(LEVEL_HISTORY - 1), levels.input.past(LEVEL_HISTORY)]
  pass(0.5, 10)
  input.rest()
  expect([before, levels.input.past(LEVEL_HISTORY - 1), levels.input.rms, levels.input.peak]).toEqual([[0.25, 0], 0.5, 0, 0])
})
