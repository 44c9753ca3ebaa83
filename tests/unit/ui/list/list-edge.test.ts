import { expect, it } from 'vitest'
import { edgeMove } from '../../../../src/renderer/src/ui/history/list-edge'
import { LIST_PX } from '../../../../src/shared/settings'

it.each([
  ['ArrowLeft', 290], ['ArrowRight', 310], ['Home', LIST_PX.least], ['End', LIST_PX.most], ['Enter', LIST_PX.usual], ['a', null],
])('%s takes the edge of the list from 300 px to %s', (key, px) => {
  expect(edgeMove(key, 300)).toBe(px)
})
