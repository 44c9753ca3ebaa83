/** Paths of SVG. Two digits are finer than any screen. */
const n = (value: number): string => String(Math.round(value * 100) / 100)

export const box = (x: number, y: number, width: number, height: number, r: number): string =>
  `M${n(x + r)} ${n(y)}h${n(width - 2 * r)}a${n(r)} ${n(r)} 0 0 1 ${n(r)} ${n(r)}v${n(height - 2 * r)}a${n(r)} ${n(r)} 0 0 1 ${n(-r)} ${n(r)}` +
  `h${n(2 * r - width)}a${n(r)} ${n(r)} 0 0 1 ${n(-r)} ${n(-r)}v${n(2 * r - height)}a${n(r)} ${n(r)} 0 0 1 ${n(r)} ${n(-r)}z`

export const circle = (x: number, y: number, r: number): string => box(x - r, y - r, 2 * r, 2 * r, r)

/** A square that stands on its corner, `half` from its middle to a side. */
export function diamond(middle: number, half: number, r: number): string {
  const [far, cut] = [half * Math.SQRT2, r * (Math.SQRT2 / 2)]
  const near = far - cut
  const corner = (dx: number, dy: number) => `a${n(r)} ${n(r)} 0 0 1 ${n(dx)} ${n(dy)}`
  const [side, turn] = [near - cut, 2 * cut]
  return (
    `M${n(middle - cut)} ${n(middle - near)}${corner(turn, 0)}l${n(side)} ${n(side)}${corner(0, turn)}l${n(-side)} ${n(side)}${corner(-turn, 0)}` +
    `l${n(-side)} ${n(-side)}${corner(0, -turn)}z`
  )
}

/** A square with its corners cut off, as wide as `size`. */
export function octagon(size: number): string {
  const [near, far] = [size * 0.3, size * 0.7]
  return `M${n(near)} 0H${n(far)}L${n(size)} ${n(near)}V${n(far)}L${n(far)} ${n(size)}H${n(near)}L0 ${n(far)}V${n(near)}z`
}

/** The upper quarter of a ring. */
export function quarter(middle: number, r: number): string {
  const off = r * (Math.SQRT2 / 2)
  return `M${n(middle - off)} ${n(middle - off)}A${n(r)} ${n(r)} 0 0 1 ${n(middle + off)} ${n(middle - off)}`
}
