import { expect, it } from 'vitest'
import { BAR_MS, WaveTrail } from '../../../src/renderer/src/ui/panel/wave-trail'

it('a bar for each reading, as loud as the loudest of its time, the newest first; what is older than the trail is silence', () => {
  const trail = new WaveTrail()
  trail.read(0, 1, 0)
  trail.read(BAR_MS, 0.0001, 1)
  trail.read(BAR_MS + 5, 1, 0)
  expect([0, 1, 2, 999].map((back) => [trail.heardAt(back), trail.saidAt(back)])).toEqual([[1, 1], [1, 0], [0, 0], [0, 0]])
})

it('says how far the next bar has come', () => {
  const trail = new WaveTrail()
  trail.read(0, 0, 0)
  expect([trail.fraction(0), trail.fraction(BAR_MS / 2), trail.fraction(9_999)]).toEqual([0, 0.5, 1])
})
