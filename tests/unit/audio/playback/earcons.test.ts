import { expect, test } from 'vitest'
import { EARCONS } from '../../../../src/renderer/src/audio/playback/earcons'

test('every earcon is shorter than 200 ms and sounds like no other', () => {
  const all = Object.values(EARCONS)
  const ends = all.map((notes) => Math.max(...notes.map(({ atMs, forMs }) => atMs + forMs)))
  expect([Math.max(...ends) < 200, new Set(all.map((notes) => JSON.stringify(notes))).size]).toEqual([true, all.length])
})
