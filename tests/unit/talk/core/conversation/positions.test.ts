import { expect, test } from 'vitest'
import { newPositions } from '../../../../../src/main/talk/core/conversation/positions'
import { itemId, type ItemId } from '../../../../../src/shared/ids'

const known = (entries: Readonly<Record<string, number>>) => new Map(Object.entries(entries).map(([id, position]) => [itemId(id), position]))
const given = (order: string, positions: Readonly<Record<string, number>> = {}) => Object.fromEntries(newPositions([...order].map(itemId), known(positions)))

test('new items follow in wide steps, and known ones keep their place', () => {
  expect([given('abc'), given('abc', { a: 1_024, b: 2_048 }), given('ab', { a: 1_024, b: 2_048 })]).toEqual([
    { a: 1_024, b: 2_048, c: 3_072 },
    { c: 3_072 },
    {},
  ])
})

test('an item between two others goes to the middle, one before all to the front', () => {
  expect([given('axb', { a: 1_024, b: 2_048 }), given('xa', { a: 1_024 }), given('axyb', { a: 0, b: 100 }), given('axb', { a: 1, b: 2 })]).toEqual([
    { x: 1_536 },
    { x: 0 },
    { x: 50, y: 75 },
    { x: 1.5 },
  ])
})

test('what has moved gets a new place, and nothing else does', () => {
  const abcd = { a: 1_024, b: 2_048, c: 3_072, d: 4_096 }
  expect([given('bcda', abcd), given('dabc', abcd), given('acbd', abcd)]).toEqual([{ a: 5_120 }, { d: 0 }, { c: 1_536 }])
})

test('whatever happens, the places rise', () => {
  let seed = 11
  const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below
  const places = new Map<ItemId, number>()
  const order: ItemId[] = []
  const rising: boolean[] = []
  for (let step = 0; step < 500; step += 1) {
    const moved = random(3) === 0 && order.length > 0 ? order.splice(random(order.length), 1) : [itemId(String(step))]
    order.splice(random(order.length + 1), 0, ...moved)
    for (const [id, position] of newPositions(order, places)) places.set(id, position)
    rising.push(order.every((id, index) => index === 0 || (places.get(order[index - 1] ?? id) ?? 0) < (places.get(id) ?? 0)))
  }
  expect(rising.indexOf(false)).toBe(-1)
})
