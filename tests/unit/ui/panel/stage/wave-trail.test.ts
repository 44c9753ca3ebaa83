import { expect, it } from 'vitest'
import { WaveTrail } from '../../../../../src/renderer/src/ui/panel/stage/wave-trail'

it('a bar for each reading, the newest first, as far back as the widest panel shows; before and behind that is silence', () => {
  const trail = new WaveTrail()
  trail.take(1, 0)
  trail.take(0.0001, 1)
  const early = [0, 1, 2, 999].map((back) => [trail.heardAt(back), trail.saidAt(back)])
  for (let at = 0; at < 159; at += 1) trail.take(0, 0)
  expect([early, [trail.saidAt(159), trail.heardAt(160), trail.saidAt(160)]]).toEqual([[[0, 1], [1, 0], [0, 0], [0, 0]], [1, 0, 0]])
})
