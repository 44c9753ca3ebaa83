import { expect, test } from 'vitest'
import { EARCONS } from '../../../../src/renderer/src/audio/playback/earcons'

const endOf = (notes: (typeof EARCONS)['alarm']) => Math.max(...notes.map(({ atMs, forMs }) => atMs + forMs))

test('every earcon is shorter than 200 ms and sounds like no other; only the alarm is to be heard from the next room', () => {
  const all = Object.values(EARCONS)
  const { alarm, ...short } = EARCONS
  expect([Math.max(...Object.values(short).map(endOf)) < 200, endOf(alarm), new Set(all.map((notes) => JSON.stringify(notes))).size]).toEqual([true, 1_760, all.length])
})
