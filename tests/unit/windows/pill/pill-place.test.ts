import { describe, expect, it } from 'vitest'
import { boundsOn, movedOn, placesWith } from '../../../../src/main/windows/pill/pill-place'
import type { Screen } from '../../../../src/main/windows/screens/places'
import { PILL_MARGIN, pillSize } from '../../../../src/main/windows/pill/pill-sizes'

const LEFT: Screen = { id: 1, workArea: { x: 0, y: 0, width: 1_920, height: 1_040 } }
const RIGHT: Screen = { id: 2, workArea: { x: 1_920, y: 100, width: 1_280, height: 900 } }
const facts = { status: 'listening', asks: false, words: false, pointed: false } as const
const small = pillSize(facts)
const card = pillSize({ ...facts, asks: true })
const spot = { size: small, zoom: 1, places: [] }

/** What is to be seen of it: without the room for its shadow. */
const seen = ({ x, y, width, height }: ReturnType<typeof boundsOn>, zoom = 1) => {
  const margin = PILL_MARGIN * zoom
  return { left: x + margin, right: x + width - margin, top: y + margin, bottom: y + height - margin }
}

describe('the place of the pill', () => {
  it('is the middle of the lower edge, 24 px above it, 220 × 44', () => {
    expect([LEFT, RIGHT].map((screen) => seen(boundsOn(screen, spot)))).toEqual([
      { left: 850, right: 1_070, top: 972, bottom: 1_016 },
      { left: 2_450, right: 2_670, top: 932, bottom: 976 },
    ])
  })

  it('stays where its lower edge is while it grows, at every zoom', () => {
    const foot = (zoom: number, size: typeof small) => {
      const { left, right, bottom } = seen(boundsOn(LEFT, { ...spot, zoom, size }), zoom)
      return [(left + right) / 2, bottom]
    }
    expect([foot(1, small), foot(1, card), foot(2, small), foot(2, card)]).toEqual(Array.from({ length: 4 }, () => [960, 1_016]))
  })

  it('is remembered for each screen, and no screen takes that of another', () => {
    const there = placesWith([], RIGHT, { x: 2_000, y: 200, ...small }, 1)
    const both = placesWith(there, LEFT, { x: 30, y: 40, ...small }, 1)
    const [again, left] = [boundsOn(RIGHT, { ...spot, places: both }), boundsOn(LEFT, { ...spot, places: both })]
    expect([again, left, boundsOn({ ...RIGHT, id: 3 }, { ...spot, places: both })]).toEqual([
      { x: 2_000, y: 200, ...small }, { x: 30, y: 40, ...small }, boundsOn(RIGHT, spot),
    ])
  })

  it('keeps the newest of one screen, and not more than eight screens', () => {
    const places = Array.from({ length: 10 }, (_, id) => id).reduce<ReturnType<typeof placesWith>>((before, id) => placesWith(before, { ...LEFT, id }, { x: id, y: 0, ...small }, 1), [])
    const moved = placesWith(places, { ...LEFT, id: 9 }, { x: 500, y: 0, ...small }, 1)
    expect([places.length, moved.length, moved.filter(({ display }) => display === '9').map(({ x }) => x - small.width / 2)]).toEqual([8, 8, [500]])
  })

  it('is wholly on its screen, also on one that has become smaller, and when it is dragged away', () => {
    const far = [{ display: '1', x: 1_900, y: 5_000 }]
    const within = ({ left, right, top, bottom }: ReturnType<typeof seen>) => left >= 0 && right <= 1_920 && top >= 0 && bottom <= 1_040
    const dragged = [[-9_000, -9_000], [9_000, 9_000]].map(([x = 0, y = 0]) => movedOn(boundsOn(LEFT, spot), { x, y }, LEFT, 1))
    expect([boundsOn(LEFT, { ...spot, places: far, size: card }), ...dragged].map((bounds) => within(seen(bounds)))).toEqual([true, true, true])
  })
})
