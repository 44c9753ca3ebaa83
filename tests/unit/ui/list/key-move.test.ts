import { expect, it } from 'vitest'
import { keyMove } from '../../../../src/renderer/src/ui/parts/list/key-move'

it.each([
  ['ArrowDown', -1, 0],
  ['ArrowDown', 3, 4],
  ['ArrowDown', 9, 9],
  ['ArrowUp', -1, 9],
  ['ArrowUp', 0, 0],
  ['PageDown', 2, 6],
  ['PageDown', 8, 9],
  ['PageUp', 2, 0],
  ['Home', 7, 0],
  ['End', 0, 9],
  ['Enter', 4, null],
])('%s at %i leads to %s', (key, at, expected) => {
  expect(keyMove(key, at, 10, 4)).toBe(expected)
})

it('leads nowhere in an empty list', () => {
  expect(keyMove('End', -1, 0, 4)).toBeNull()
})
