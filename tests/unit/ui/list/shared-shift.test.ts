import { expect, it } from 'vitest'
import { sharedShift } from '../../../../src/renderer/src/ui/parts/list/shared-shift'

const seen = [{ key: 'a', start: 0 }, { key: 'b', start: 60 }, { key: 'c', start: 120 }]
const now = (places: Readonly<Record<string, number>>) => sharedShift(seen, (key) => places[key])

it.each([
  ['one came above', { a: 60, b: 120, c: 180 }, 60],
  ['one went above', { a: -60, b: 0, c: 60 }, -60],
  ['the first of those in sight went to the top', { a: -500, b: 60, c: 120 }, 0],
  ['the first is gone', { b: 0, c: 60 }, -60],
  ['all are gone', {}, 0],
])('%s', (_name, places, expected) => {
  expect(now(places)).toBe(expected)
})
