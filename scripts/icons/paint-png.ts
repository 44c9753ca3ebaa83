import { crc32, deflateSync } from 'node:zlib'
import { GRID, type Shape } from './shapes'

export type Colour = readonly [red: number, green: number, blue: number]
/** `colour`: by height on the grid. */
export type Layer = { readonly shape: Shape; readonly colour: (y: number) => Colour }

/** Points asked per pixel and axis: the edge's coverage becomes its transparency. */
const POINTS = 8

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

function chunk(name: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body])
  const framed = Buffer.alloc(named.length + 8)
  framed.writeUInt32BE(body.length, 0)
  named.copy(framed, 4)
  framed.writeUInt32BE(crc32(named), named.length + 4)
  return framed
}

/** 8-bit RGBA, no filter: https://www.w3.org/TR/png-3/. `size`: px. */
export function paintPng(layers: readonly Layer[], size: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  header.set([8, 6, 0, 0, 0], 8)
  const rows = Array.from({ length: size }, (_row, row) => [0, ...Array.from({ length: size }, (_column, column) => pixel(layers, column, row, size)).flat()])
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.from(rows.flat()), { level: 9 })), chunk('IEND', Buffer.alloc(0))])
}
