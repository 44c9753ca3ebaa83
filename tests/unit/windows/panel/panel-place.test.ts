import { describe, expect, it } from 'vitest'
import { boundsOn, centredOn, isSamePlace, placeOn, placesWith } from '../../../../src/main/windows/panel/panel-place'
import type { Screen } from '../../../../src/main/windows/screens/places'

const LEFT: Screen = { id: 1, workArea: { x: 0, y: 0, width: 1_920, height: 1_040 } }
const RIGHT: Screen = { id: 2, workArea: { x: 1_920, y: 100, width: 1_280, height: 900 } }
const SMALL: Screen = { id: 2, workArea: { x: 0, y: 0, width: 800, height: 600 } }
const at = { x: 2_600, y: 220, width: 420, height: 680 }

describe('the place of the panel', () => {
  it('is kept for each screen, from the corner of that screen, in its size at a zoom of 1', () => {
    const places = placesWith(placesWith([], LEFT, { x: 40, y: 60 }, [500, 700]), RIGHT, at, [420, 680])
    expect([places, placeOn(LEFT, places), placeOn({ ...RIGHT, id: 3 }, places)]).toEqual([
      [{ display: '1', x: 40, y: 60, width: 500, height: 700 }, { display: '2', x: 680, y: 120, width: 420, height: 680 }],
      { display: '1', x: 40, y: 60, width: 500, height: 700 },
      null,
    ])
  })

  it('is where it was, also when the screens lie otherwise now', () => {
    const place = placesWith([], RIGHT, at, [420, 680])[0]
    if (place === undefined) throw new Error('no place')
    const moved: Screen = { id: 2, workArea: { ...RIGHT.workArea, x: -1_280, y: 0 } }
    expect([boundsOn(RIGHT, place, 1), boundsOn(moved, place, 1)]).toEqual([at, { ...at, x: -600, y: 120 }])
  })

  it('is whole on a screen that has become smaller, and at every zoom', () => {
    const place = { display: '2', x: 680, y: 120, width: 420, height: 680 }
    expect([boundsOn(SMALL, place, 1), boundsOn(SMALL, place, 2), boundsOn(RIGHT, place, 1.25)]).toEqual([
      { x: 380, y: 0, width: 420, height: 600 },
      { x: 0, y: 0, width: 800, height: 600 },
      { x: 2_600, y: 150, width: 525, height: 850 },
    ])
  })

  it('is the middle of a screen on which it has never been, never above its upper edge', () => {
    expect([centredOn(RIGHT, at), centredOn(SMALL, at)]).toEqual([
      { x: 2_350, y: 210, width: 420, height: 680 },
      { x: 190, y: 0, width: 420, height: 680 },
    ])
  })

  it('is the same within what a window manager rounds', () => {
    expect([isSamePlace(at, { ...at, x: at.x + 4 }), isSamePlace(at, { ...at, height: at.height - 5 })]).toEqual([true, false])
  })

  it('is forgotten of the screen that was used longest ago, once there are many', () => {
    const many = Array.from({ length: 9 }, (_, id) => ({ ...LEFT, id })).reduce<ReturnType<typeof placesWith>>((places, screen) => placesWith(places, screen, at, [420, 680]), [])
    expect(many.map(({ display }) => display)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8'])
  })
})
