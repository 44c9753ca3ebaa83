import { expect, test } from 'vitest'
import { Repeats } from '../../../../src/main/hotkeys/core/repeats'

const pressesOf = (events: readonly (readonly ['down' | 'up', number])[]): readonly number[] => {
  const repeats = new Repeats()
  return events.flatMap(([edge, at]) => (repeats.isPress(edge, at) ? [at] : []))
}

test.each([
  ['pressed twice, quickly', [['down', 0], ['up', 5], ['down', 10], ['up', 15]], [0, 10]],
  ['held for seconds', [['down', 0], ['down', 660], ['down', 690], ['down', 3_000 - 1_200], ['down', 2_900], ['up', 3_000], ['down', 3_001]], [0, 3_001]],
  ['whose key-up was lost', [['down', 0], ['down', 1_201]], [0, 1_201]],
  ['let go that was never seen down', [['up', 0], ['down', 1]], [1]],
] as const)('a key %s', (_how, events, presses) => {
  expect(pressesOf(events)).toEqual(presses)
})
