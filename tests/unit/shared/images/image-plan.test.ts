import { expect, test } from 'vitest'
import { descend, fitted, mayStayPng, type Rung } from '../../../../src/shared/images/image-plan'

test('the long edge comes down to 1568, nothing is made larger or lost', () => {
  const sizes = [[4_000, 3_000], [3_000, 4_000], [1_568, 1_000], [800, 500], [50_000, 3], [1, 1]] as const
  expect(sizes.map(([width, height]) => Object.values(fitted({ width, height })))).toEqual([[1_568, 1_176], [1_176, 1_568], [1_568, 1_000], [800, 500], [1_568, 1], [1, 1]])
})

const going = async (sizes: readonly number[]) => {
  const tried: Rung[] = []
  const made = await descend((rung) => {
    tried.push(rung)
    return Promise.resolve({ size: sizes[tried.length - 1] ?? 0 })
  })
  return { made: made?.size ?? null, tried: tried.map(({ edge, quality }) => `${String(edge)} at ${String(Math.round(100 * quality))}`) }
}

test('quality goes down first, then size; the first that is small enough is taken', async () => {
  const all = ['1568 at 82', '1568 at 70', '1568 at 55', '1120 at 55', '768 at 55']
  const told = await Promise.all([going([1_500_000]), going([1_500_001, 1_400_000]), going([2e6, 2e6, 2e6, 2e6, 2e6])])
  expect(told).toEqual([
    { made: 1_500_000, tried: all.slice(0, 1) },
    { made: 1_400_000, tried: all.slice(0, 2) },
    { made: null, tried: all },
  ])
})

test('only a PNG that keeps its size may stay one', () => {
  expect([mayStayPng('image/png', { width: 1_568, height: 9 }), mayStayPng('image/png', { width: 9, height: 1_569 }), mayStayPng('image/jpeg', { width: 9, height: 9 })]).toEqual([true, false, false])
})
