import { expect, it } from 'vitest'
import { loudnessOf } from '../../../../src/renderer/src/state/panel/loudness'

it('hears in decibels: digital silence and a whisper are nothing, speech at the microphone is all', () => {
  expect([0, 0.001, 10 ** (-31 / 20), 10 ** (-8 / 20), 1].map((rms) => Math.round(loudnessOf(rms) * 100))).toEqual([0, 0, 50, 100, 100])
})
