/**
 * Draws the tray icons and the app icon: `npx tsx scripts/make-icons.ts`. The same pictures every time.
 * Each state has a shape of its own, because a tray is small, may be black and white, and eyes differ.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'

/** Is this point inside? Coordinates on a grid of 16 × 16, whatever the size of the picture. */
type Shape = (x: number, y: number) => boolean
type Colour = readonly [red: number, green: number, blue: number]
type Layer = { readonly shape: Shape; readonly colour: (y: number) => Colour }

const GRID = 16
/** Points asked per pixel and axis: the edge's coverage becomes its transparency. */
const POINTS = 8

const circle = (cx: number, cy: number, r: number): Shape => (x, y) => Math.hypot(x - cx, y - cy) <= r
const either = (...shapes: readonly Shape[]): Shape => (x, y) => shapes.some((shape) => shape(x, y))
const without = (shape: Shape, hole: Shape): Shape => (x, y) => shape(x, y) && !hole(x, y)

const roundedBox = (left: number, top: number, right: number, bottom: number, r: number): Shape => (x, y) => {
  const dx = Math.max(left + r - x, 0, x - (right - r))
  const dy = Math.max(top + r - y, 0, y - (bottom - r))
  return Math.hypot(dx, dy) <= r
}

/** A line with round ends, `width` wide. */
const stroke = (x1: number, y1: number, x2: number, y2: number, width: number): Shape => (x, y) => {
  const [dx, dy] = [x2 - x1, y2 - y1]
  const along = Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy)))
  return Math.hypot(x - x1 - along * dx, y - y1 - along * dy) <= width / 2
}

const tail = (inset: number): Shape => (x, y) =>
  x >= 3.5 + inset && y >= 10 && y <= 15 - inset * 2.2 && x - (3.5 + inset) <= (15 - inset * 2.2 - y) * 0.95

const speechBubble = (inset = 0): Shape =>
  either(roundedBox(1 + inset, 1 + inset, 15 - inset, 12 - inset, 4 - inset), tail(inset))

const filled = speechBubble()
const outline = without(filled, speechBubble(1.5))
const bars = (x: number, y: number, gap: number, width: number, ...halves: readonly number[]): Shape =>
  either(...halves.map((half, index) => {
    const at = x + (index - (halves.length - 1) / 2) * gap
    return stroke(at, y - half, at, y + half, width)
  }))
const dots = either(circle(5, 7, 1.1), circle(8, 7, 1.1), circle(11, 7, 1.1))
const cross = either(stroke(6.25, 4.75, 9.75, 8.25, 1.5), stroke(9.75, 4.75, 6.25, 8.25, 1.5))
const slashed = either(without(outline, stroke(1.5, 15, 15, 0.75, 4)), stroke(2, 14.5, 14.5, 1.25, 1.6))

/** Middle tones: seen on light and on dark trays. */
const GREY: Colour = [128, 138, 150]
const GREEN: Colour = [31, 165, 100]
const AMBER: Colour = [209, 138, 18]
const BLUE: Colour = [91, 112, 240]
const RED: Colour = [217, 83, 74]
const BLACK: Colour = [0, 0, 0]

const TRAY: Readonly<Record<string, { readonly shape: Shape; readonly colour: Colour }>> = {
  idle: { shape: outline, colour: GREY },
  listening: { shape: without(filled, circle(8, 6.5, 2.6)), colour: GREEN },
  thinking: { shape: without(filled, dots), colour: AMBER },
  speaking: { shape: without(filled, bars(8, 6.5, 3, 1.8, 0.8, 2.4, 0.8)), colour: BLUE },
  'hands-free': { shape: either(outline, circle(8, 6.5, 2.25)), colour: GREEN },
  muted: { shape: slashed, colour: GREY },
  offline: { shape: either(outline, cross), colour: RED },
}

/** The bubble of the tray, inside the rounded tile that desktops expect. */
const inTile = (shape: Shape): Shape => (x, y) => shape((x - 8) * 1.62 + 8, (y - 8) * 1.62 + 7.9)
const shade = (top: Colour, bottom: Colour) => (y: number): Colour => {
  const mix = (from: number, to: number) => Math.round(from + ((to - from) * y) / GRID)
  return [mix(top[0], bottom[0]), mix(top[1], bottom[1]), mix(top[2], bottom[2])]
}
const APP_ICON: readonly Layer[] = [
  { shape: roundedBox(1, 1, 15, 15, 3.2), colour: shade([62, 78, 100], [24, 30, 40]) },
  { shape: inTile(filled), colour: () => [246, 245, 241] },
  { shape: inTile(bars(8, 6.5, 2.35, 1.3, 0.7, 2, 3.1, 2, 0.7)), colour: shade([36, 176, 110], [16, 118, 72]) },
]

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

/** 8-bit RGBA, no filter: https://www.w3.org/TR/png-3/ */
function png(layers: readonly Layer[], size: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  header.set([8, 6, 0, 0, 0], 8)
  const rows = Array.from({ length: size }, (_row, row) => [0, ...Array.from({ length: size }, (_column, column) => pixel(layers, column, row, size)).flat()])
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.from(rows.flat()), { level: 9 })), chunk('IEND', Buffer.alloc(0))])
}

const project = join(import.meta.dirname, '..')

/** Linux and Windows take the coloured one, macOS the black "template" that it colours itself. */
function writeTray(name: string, shape: Shape, colour: Colour): void {
  const folder = join(project, 'resources', 'tray')
  mkdirSync(folder, { recursive: true })
  const draw = (suffix: string, paint: Colour, size: number) =>
    writeFileSync(join(folder, `${name}${suffix}.png`), png([{ shape, colour: () => paint }], size))
  draw('', colour, 16)
  draw('@2x', colour, 32)
  draw('Template', BLACK, 16)
  draw('Template@2x', BLACK, 32)
}

for (const [name, { shape, colour }] of Object.entries(TRAY)) writeTray(name, shape, colour)
mkdirSync(join(project, 'build'), { recursive: true })
writeFileSync(join(project, 'build', 'icon.png'), png(APP_ICON, 512))
