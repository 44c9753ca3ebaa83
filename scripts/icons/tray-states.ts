import { bars, both, circle, either, octagon, type Shape, speechBubble, stroke, without } from './shapes'

type Colour = readonly [red: number, green: number, blue: number]

export interface TrayState {
  readonly shape: Shape
  readonly onLight: Colour
  readonly onDark: Colour
}

/** As in tokens.css: what the eye learns in the panel holds in the tray. */
const INK = { onLight: [40, 48, 59], onDark: [231, 228, 221] } as const
const SILENT = { onLight: [96, 100, 107], onDark: [160, 165, 172] } as const
const HEARS = { onLight: [20, 128, 79], onDark: [69, 196, 134] } as const
const THINKS = { onLight: [150, 92, 6], onDark: [229, 172, 72] } as const
const SPEAKS = { onLight: [60, 82, 204], onDark: [142, 162, 255] } as const
const FAILS = { onLight: [179, 38, 30], onDark: [255, 138, 128] } as const

const filled = speechBubble()
const outline = without(filled, speechBubble(1.5))
const dots = either(circle(5, 6.5, 1.1), circle(8, 6.5, 1.1), circle(11, 6.5, 1.1))
const arrow = either(stroke(8, 9.6, 8, 3.6, 1.6), stroke(5.4, 6.1, 8, 3.5, 1.6), stroke(10.6, 6.1, 8, 3.5, 1.6))
const wrench = either(stroke(4.9, 9.6, 8.6, 5.9, 1.8), without(circle(9.9, 4.8, 2.5), stroke(9.9, 4.8, 13, 1.7, 2)))
const cross = either(stroke(6.25, 4.75, 9.75, 8.25, 1.5), stroke(9.75, 4.75, 6.25, 8.25, 1.5))
const moon = without(circle(8, 6.5, 3), circle(9.5, 5.4, 2.5))
const slash = stroke(2, 14.5, 14.5, 1.25, 1.6)
const gaps = either(stroke(8, 0, 8, 3, 2.6), stroke(0, 6.5, 3, 6.5, 2.6), stroke(13, 6.5, 16, 6.5, 2.6), stroke(9.5, 10, 9.5, 13, 2.6))
const exclamation = either(stroke(8, 4.4, 8, 8.2, 1.8), circle(8, 11.2, 1.15))

/** A shape for each: a tray is small, may be black and white, and eyes differ. The names are those of the files, see windows/menus/tray.ts. */
export const TRAY_STATES: Readonly<Record<string, TrayState>> = {
  idle: { shape: outline, ...INK },
  asleep: { shape: either(outline, moon), ...SILENT },
  listening: { shape: without(filled, circle(8, 6.5, 2.6)), ...HEARS },
  sending: { shape: without(filled, arrow), ...HEARS },
  thinking: { shape: without(filled, dots), ...THINKS },
  acting: { shape: without(filled, wrench), ...THINKS },
  speaking: { shape: without(filled, bars(8, 6.5, 3, 1.8, 0.8, 2.4, 0.8)), ...SPEAKS },
  open: { shape: either(outline, circle(8, 6.5, 2.25)), ...HEARS },
  muted: { shape: either(without(outline, stroke(1.5, 15, 15, 0.75, 4)), slash), ...SILENT },
  connecting: { shape: either(without(outline, gaps), both(dots, circle(8, 6.5, 5))), ...SILENT },
  offline: { shape: either(outline, cross), ...SILENT },
  failed: { shape: without(octagon(8, 8, 7), exclamation), ...FAILS },
}
