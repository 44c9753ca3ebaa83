import type { Mark } from '../../../../../shared/status'
import { box, circle, diamond, octagon, quarter } from './shapes'
import { EXCLAMATION, MICROPHONE, MICROPHONE_OFF, PLUG, QUESTION, WRENCH } from './signs'

export interface MarkPart {
  readonly path: string
  /** `mark`: the colour of the state; `on`: what is drawn on it. */
  readonly ink: 'mark' | 'on'
  /** A line of this width; without: filled. */
  readonly line?: number
  readonly faint?: number
  /** A line of dots, this far from each other. */
  readonly dotted?: number
  /** On a grid of 24, in the middle of the mark, this large. */
  readonly sign?: number
  readonly moves?: 'bar' | 'dot' | 'turn'
}

export interface MarkDrawing {
  /** Every mark is 36 high; a pill is wider. */
  readonly width: number
  readonly parts: readonly MarkPart[]
}

export const MARK_HEIGHT = 36
const MIDDLE = MARK_HEIGHT / 2
const EDGE = 2

const fill = (path: string): MarkPart => ({ path, ink: 'mark' })
const edge = (path: string): MarkPart => ({ path, ink: 'mark', line: EDGE })
const sign = (path: string, ink: MarkPart['ink'], size = 18, line = 2): MarkPart => ({ path, ink, sign: size, line })

/** Shares of the height there is for them. */
function bars(middle: number, room: number, heights: readonly number[]): readonly MarkPart[] {
  const [wide, gap] = [2.7, 2.5]
  const left = middle - (heights.length * (wide + gap) - gap) / 2
  return heights.map((share, at) => ({ path: box(left + at * (wide + gap), MIDDLE - (room * share) / 2, wide, room * share, wide / 2), ink: 'on', moves: 'bar' }))
}

const dots: readonly MarkPart[] = [-8.3, 0, 8.3].map((dx) => ({ path: circle(MIDDLE + dx, MIDDLE, 2.35), ink: 'on', moves: 'dot' }))
const open = box(2, 2, 32, 32, 9.2)
const ring = circle(MIDDLE, MIDDLE, MIDDLE - EDGE / 2)

/** Outline, sign and colour each tell the states apart, so that any one of these is enough. The one drawing for pages, pill and tray. */
export const MARKS: Readonly<Record<Mark, MarkDrawing>> = {
  ready: { width: 36, parts: [fill(circle(MIDDLE, MIDDLE, MIDDLE)), sign(MICROPHONE, 'on')] },
  listening: { width: 36, parts: [{ path: circle(MIDDLE, MIDDLE, 19.6), ink: 'mark', line: 3.2, faint: 0.26 }, fill(circle(MIDDLE, MIDDLE, MIDDLE)), ...bars(MIDDLE, 16.6, [0.45, 1, 0.66, 0.36])] },
  thinking: { width: 36, parts: [fill(box(1, 1, 34, 34, 10.2)), ...dots] },
  working: { width: 36, parts: [fill(diamond(MIDDLE, 14.4, 6.3)), sign(WRENCH, 'on', 16)] },
  asking: { width: 36, parts: [edge(open), sign(QUESTION, 'mark', 27, 2.6)] },
  speaking: { width: 46, parts: [fill(box(0, 3.5, 46, 29, 14.5)), ...bars(23, 13.2, [0.4, 0.8, 1, 0.6, 0.85, 0.35])] },
  muted: { width: 36, parts: [edge(box(1, 1, 34, 34, 9)), sign(MICROPHONE_OFF, 'mark')] },
  connecting: { width: 36, parts: [{ ...edge(ring), faint: 0.3 }, { ...edge(quarter(MIDDLE, MIDDLE - EDGE / 2)), moves: 'turn' }, sign(MICROPHONE, 'mark')] },
  offline: { width: 36, parts: [{ path: circle(MIDDLE, MIDDLE, 16.8), ink: 'mark', line: 2.4, dotted: 4.4 }, sign(PLUG, 'mark')] },
  failed: { width: 36, parts: [fill(octagon(MARK_HEIGHT)), sign(EXCLAMATION, 'on', 26, 2.9)] },
}
