import { expect, test } from 'vitest'
import { LevelMeter } from '../../../src/renderer/src/audio/level-meter'
import { levelsOf, LevelTrack } from '../../../src/renderer/src/audio/levels'

const quantum = (value: number) => new Float32Array(128).fill(value)

/** A meter joined to a track the way a port joins them. */
function metered() {
  const [input, output] = [new LevelTrack(), new LevelTrack()]
  const readings: number[] = []
  const meter = new LevelMeter((reading) => {
    readings.push(reading)
    input.take(reading)
  })
  const switched: boolean[] = []
  const connect = () => input.connect((on) => {
    switched.push(on)
    meter.switch(on)
  })
  const pass = (value: number, quanta: number) => { for (let at = 0; at < quanta; at += 1) meter.pass(quantum(value)) }
  return { levels: levelsOf(input, output), input, readings, switched, connect, pass }
}

test('one reading for ten quanta, measured only while somebody watches, also one who came before the worklet', () => {
  const { levels, readings, switched, connect, pass } = metered()
  const first = levels.watch()
  connect()
  const second = levels.watch()
  pass(0.5, 9)
  const early = readings.length
  pass(-0.5, 11)
  const watched = { early, rms: levels.input.rms }
  first()
  first()
  second()
  pass(1, 100)
  expect({ watched, readings, rms: levels.input.rms, switched }).toEqual({ watched: { early: 0, rms: 0.5 }, readings: [0.5, 0.5], rms: 0, switched: [true, false] })
})

test('a closed device is silent, and a reading is of its own time alone', () => {
  const { levels, input, readings, connect, pass } = metered()
  levels.watch()
  connect()
  pass(1, 10)
  pass(0.25, 10)
  const open = levels.input.rms
  input.rest()
  expect([readings, open, levels.input.rms]).toEqual([[1, 0.25], 0.25, 0])
})
