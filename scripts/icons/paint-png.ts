import { writePng } from '../png'
import { GRID, type Shape } from './shapes'

export type Colour = readonly [red: number, green: number, blue: number]
/** `colour`: by height on the grid. */
export type Layer = { readonly shape: Shape; readonly colour: (y: number) => Colour }

/** Points asked per pixel and axis: the edge's coverage becomes its transparency. */
const POINTS = 8
/** They are packaged. */
const SMALLEST = 9

function coverage(shape: Shape, column: number, row: number, size: number): number {
  let inside = 0
  for (let point = 0; point < POINTS * POINTS; point += 1) {
    const x = column + ((point % POINTS) + 0.5) / POINTS
    const y = row + (Math.floor(point / POINTS) + 0.5) / POINTS
    if (shape((x * GRID) / size, (y * GRID) / size)) inside += 1
  }
  return inside / (POINTS * POINTS)
}

/** Layers over each other, straight (not premultiplied) alpha. */
function pixel(layers: readonly Layer[], column: number, row: number, size: number): readonly number[] {
  let [red, green, blue, alpha] = [0, 0, 0, 0]
  for (const { shape, colour } of layers) {
    const over = coverage(shape, column, row, size)
    if (over === 0) continue
    const total = over + alpha * (1 - over)
    const [r, g, b] = colour(((row + 0.5) * GRID) / size)
    const blend = (above: number, below: number) => (above * over + below * alpha * (1 - over)) / total
    ;[red, green, blue, alpha] = [blend(r, red), blend(g, green), blend(b, blue), total]
  }
  return [red, green, blue, alpha * 255].map(Math.round)
}

/** `size`: px. */
export function paintPng(layers: readonly Layer[], size: number): Buffer {
  const rows = Array.from({ length: size }, (_row, row) => [0, ...Array.from({ length: size }, (_column, column) => pixel(layers, column, row, size)).flat()])
  return writePng({ width: size, height: size, colour: 'rgba', rows: Buffer.from(rows.flat()) }, SMALLEST)
}
