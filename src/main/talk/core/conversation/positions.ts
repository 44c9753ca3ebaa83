import type { ItemId } from '../../../../shared/ids'

/** Room between two neighbours: ten times one can be put in the middle before fractions begin. */
const STEP = 1_024

/**
 * The positions of the items that are new or have moved; `known` are those given out before, which stay: nothing is ever
 * renumbered as a whole. In `order`, together with the known ones, they rise.
 */
export function newPositions(order: readonly ItemId[], known: ReadonlyMap<ItemId, number>): ReadonlyMap<ItemId, number> {
  const given = new Map<ItemId, number>()
  let last = Number.NEGATIVE_INFINITY
  for (const [index, id] of order.entries()) {
    const next = following(order, index, known, last)
    const own = known.get(id)
    if (own !== undefined && own > last && own < next) {
      last = own
      continue
    }
    last = between(last, next)
    given.set(id, last)
  }
  return given
}

/** The position of the nearest later item that does not contradict what is placed already. */
function following(order: readonly ItemId[], index: number, known: ReadonlyMap<ItemId, number>, above: number): number {
  for (let later = index + 1; later < order.length; later += 1) {
    const id = order[later]
    const position = id === undefined ? undefined : known.get(id)
    if (position !== undefined && position > above) return position
  }
  return Number.POSITIVE_INFINITY
}

/** Fractions only where there is no whole number left. */
function between(last: number, next: number): number {
  if (last === Number.NEGATIVE_INFINITY) return next === Number.POSITIVE_INFINITY ? STEP : next - STEP
  if (next === Number.POSITIVE_INFINITY) return last + STEP
  const middle = (last + next) / 2
  return Math.floor(middle) > last ? Math.floor(middle) : middle
}
