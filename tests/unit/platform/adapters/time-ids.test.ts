import { expect, test } from 'vitest'
import { isTimeId, timeId } from '../../../../src/main/platform/adapters/time-ids'

test('an id has its time in front, so that ids sort by it, and is otherwise of its own', () => {
  const ids = [0, 1, 1_700_000_000_000, 2 ** 48 - 1].map((at) => timeId(at))
  expect({ sorted: ids.toSorted(), times: ids.map((id) => Number.parseInt(id.replace('-', '').slice(0, 12), 16)), ours: ids.every(isTimeId) }).toEqual({
    sorted: ids,
    times: [0, 1, 1_700_000_000_000, 2 ** 48 - 1],
    ours: true,
  })
  expect(new Set(Array.from({ length: 1_000 }, () => timeId(5))).size).toBe(1_000)
})

test('what a server or an older version named is none of ours', () => {
  const others = ['', 'item_1', '0195f0c2b7a47c3e8d5f1a2b3c4d5e6f', '0195f0c2-b7a4-4c3e-8d5f-1a2b3c4d5e6f', '0195F0C2-B7A4-7C3E-8D5F-1A2B3C4D5E6F', ` ${timeId()}`]
  expect(others.map(isTimeId)).toEqual(others.map(() => false))
})

test('ids made one after the other sort as they were made, within a millisecond too', () => {
  const ids = Array.from({ length: 10_000 }, () => timeId())
  expect({ sorted: ids.toSorted(), different: new Set(ids).size, ours: ids.every(isTimeId) }).toEqual({ sorted: ids, different: 10_000, ours: true })
})
