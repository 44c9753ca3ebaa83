import { expect, test } from 'vitest'
import { EdgeLag } from '../../../../src/main/hotkeys/core/edge-lag'

/** The lags of edges that were stamped at these moments and told at those. */
const lags = (...edges: readonly (readonly [number, number])[]): readonly number[] => {
  const lag = new EdgeLag()
  return edges.map(([stamp, now]) => lag.of(stamp, now))
}

test('the quickest edge so far is taken for one without delay', () => {
  expect(lags([1_000, 50], [1_100, 180], [1_200, 250], [1_300, 345], [1_400, 470])).toEqual([0, 30, 0, 0, 25])
})

test('a clock that was set, or counts anew, is learned anew', () => {
  expect(lags([4_294_967_290, 50], [10, 66], [20, 100], [9_000, 9_030], [9_010, 200])).toEqual([0, 0, 24, 0, 0])
})
