import { expect, test } from 'vitest'
import { dotProducts } from '../../../../scripts/demo/verdict/fourier'
import { bestMatch, envelopeOf, looseMatch } from '../../../../scripts/demo/verdict/likeness'
import { babble, joined, noise, silence } from '../sound'

const LOOSE = { piece: 6_000, wander: 12_000 }

test('dot products are those of the definition', () => {
  const [pattern, signal] = [noise(17), noise(50, 2)]
  const plain = (lag: number) => pattern.reduce((sum, value, at) => sum + value * (signal[lag + at] ?? 0), 0)
  dotProducts(pattern, signal, 50).forEach((product, lag) => expect(product).toBeCloseTo(plain(lag), 6))
})

test('finds a quieter, shifted copy', () => {
  const voice = noise(2_000)
  const { lag, coefficient } = bestMatch(voice, joined(silence(700), voice.map((value) => value / 4 + 0.1), silence(900)))
  expect([lag, coefficient.toFixed(3)]).toEqual([700, '1.000'])
})

test('finds a copy whose end is missing in the silence behind the end', () => {
  const voice = noise(2_000)
  expect(bestMatch(voice, joined(silence(500), voice.subarray(0, 1_900)))).toMatchObject({ lag: 500, coefficient: expect.closeTo(0.97, 1) })
})

test('different sounds are not alike', () => {
  expect(bestMatch(noise(2_000), noise(6_000, 5)).coefficient).toBeLessThan(0.2)
})

test('silence is like nothing', () => {
  expect([bestMatch(noise(100), silence(500)), bestMatch(silence(100), noise(500)), bestMatch(noise(10), silence(0))]).toEqual(
    Array.from({ length: 3 }, () => ({ lag: 0, coefficient: 0 })),
  )
})

test('an opposite copy is not alike', () => {
  const voice = noise(2_000)
  expect(bestMatch(voice, voice.map((value) => -value)).coefficient).toBeLessThan(0.2)
})

test('a sound system that stops for a moment loses no likeness, and the stop is measured', () => {
  const voice = babble(48_000)
  const late = joined(silence(5_000), voice.subarray(0, 18_000), silence(512), voice.subarray(18_000))
  const { coefficient, slip, back } = looseMatch(voice, late, LOOSE)
  expect([coefficient > 0.99, slip, back, bestMatch(voice, late).coefficient < 0.9]).toEqual([true, 512, 0, true])
})

test('a piece that is missing', () => {
  const voice = babble(48_000)
  expect(looseMatch(voice, joined(silence(5_000), voice.subarray(0, 18_000), voice.subarray(20_000)), LOOSE)).toMatchObject({ slip: -2_000, back: 2_000 })
})

test('pieces in the wrong order are alike, but told', () => {
  const voice = babble(48_000)
  const swapped = joined(voice.subarray(0, 18_000), voice.subarray(24_000, 30_000), voice.subarray(18_000, 24_000), voice.subarray(30_000))
  expect(looseMatch(voice, swapped, LOOSE)).toMatchObject({ coefficient: expect.closeTo(1, 2), slip: 0, back: 12_000 })
})

test('being loose does not make different sounds alike', () => {
  expect(looseMatch(babble(48_000), babble(72_000, 9), LOOSE).coefficient).toBeLessThan(0.3)
})

test('loudness every 20 ms', () => {
  expect([...envelopeOf(joined(silence(480), Float32Array.from({ length: 480 }, (_, at) => (at % 2 === 0 ? 0.5 : -0.5)), silence(100)))]).toEqual([0, 0.5])
})
