/** Is this point inside? Coordinates on a grid of 16 × 16, whatever the size of the picture. */
export type Shape = (x: number, y: number) => boolean

export const GRID = 16

export const circle = (cx: number, cy: number, r: number): Shape => (x, y) => Math.hypot(x - cx, y - cy) <= r
export const either = (...shapes: readonly Shape[]): Shape => (x, y) => shapes.some((shape) => shape(x, y))
export const without = (shape: Shape, hole: Shape): Shape => (x, y) => shape(x, y) && !hole(x, y)
export const both = (one: Shape, other: Shape): Shape => (x, y) => one(x, y) && other(x, y)

export const roundedBox = (left: number, top: number, right: number, bottom: number, r: number): Shape => (x, y) => {
  const dx = Math.max(left + r - x, 0, x - (right - r))
  const dy = Math.max(top + r - y, 0, y - (bottom - r))
  return Math.hypot(dx, dy) <= r
}

/** A line with round ends, `width` wide. */
export const stroke = (x1: number, y1: number, x2: number, y2: number, width: number): Shape => (x, y) => {
  const [dx, dy] = [x2 - x1, y2 - y1]
  const along = Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy)))
  return Math.hypot(x - x1 - along * dx, y - y1 - along * dy) <= width / 2
}

/** A square with its corners cut off, `half` from middle to side. */
export const octagon = (cx: number, cy: number, half: number): Shape => (x, y) => {
  const [dx, dy] = [Math.abs(x - cx), Math.abs(y - cy)]
  return dx <= half && dy <= half && dx + dy <= half * Math.SQRT2
}

/** `halves`: half of the height of each. */
export const bars = (x: number, y: number, gap: number, width: number, ...halves: readonly number[]): Shape =>
  either(...halves.map((half, index) => {
    const at = x + (index - (halves.length - 1) / 2) * gap
    return stroke(at, y - half, at, y + half, width)
  }))

const tail = (inset: number): Shape => (x, y) =>
  x >= 3.5 + inset && y >= 10 && y <= 15 - inset * 2.2 && x - (3.5 + inset) <= (15 - inset * 2.2 - y) * 0.95

export const speechBubble = (inset = 0): Shape => either(roundedBox(1 + inset, 1 + inset, 15 - inset, 12 - inset, 4 - inset), tail(inset))
