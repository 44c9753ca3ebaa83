import { expect, test } from 'vitest'
import { msToSamples } from '../../../src/shared/audio/audio-format'
import { itemId } from '../../../src/shared/ids'
import { UnheardSound } from '../../../src/main/unheard/unheard-sound'

const [one, two, three] = [itemId('one'), itemId('two'), itemId('three')]
const seconds = (count: number): Int16Array => new Int16Array(msToSamples(count * 1_000))

test('the rest of an interrupted answer is the end of what came of it, sample for sample', () => {
  const sound = new UnheardSound()
  sound.played(one, Int16Array.of(1, 2, 3))
  sound.played(one, Int16Array.of(4, 5))
  expect({ kept: sound.ended(one, 3), rest: sound.rest(one), items: sound.items }).toEqual({ kept: true, rest: Int16Array.of(3, 4, 5), items: [one] })
})

test('of an answer that was heard to its end, and of one that nobody knows, there is none', () => {
  const sound = new UnheardSound()
  sound.played(one, Int16Array.of(1))
  expect([sound.ended(one, 0), sound.ended(two, 5), sound.items]).toEqual([false, false, []])
})

test('memory is bounded: an answer of five minutes has no rest, and old rests go when new ones come', () => {
  const sound = new UnheardSound()
  for (let minute = 0; minute < 5; minute += 1) sound.played(one, seconds(60))
  const long = sound.ended(one, msToSamples(30_000))
  for (const item of [one, two, three]) {
    sound.played(item, seconds(50))
    sound.ended(item, msToSamples(50_000))
  }
  expect({ long, items: sound.items }).toEqual({ long: false, items: [two, three] })
})

test('sound that a lost loudspeaker never answers for does not pile up', () => {
  const sound = new UnheardSound()
  for (let count = 0; count < 20; count += 1) sound.played(itemId(`item${String(count)}`), Int16Array.of(count))
  expect([sound.ended(itemId('item0'), 1), sound.ended(itemId('item19'), 1)]).toEqual([false, true])
})
