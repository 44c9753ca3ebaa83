import { MARK_HEIGHT, MARKS, type MarkPart } from '../../src/renderer/src/ui/parts/mark/marks'
import type { Mark } from '../../src/shared/status'

/** A tray is small: the sign is a little larger than in a page, and no line is thinner than this. */
const SIGN_TIMES = 1.15
const LEAST_LINE = 2.6

export interface MarkInk {
  readonly mark: string
  /** Null: what is drawn on it is cut out. */
  readonly on: string | null
}

/** A square picture of the mark; `room`: of its grid, round it. */
export function markSvg(mark: Mark, ink: MarkInk, room = 0): string {
  const { width, parts } = MARKS[mark]
  const [side, cut] = [Math.max(width, MARK_HEIGHT) + 2 * room, ink.on === null]
  const draw = (drawn: readonly MarkPart[], colour: (part: MarkPart) => string) => drawn.map((part) => pathOf(part, width, colour(part))).join('')
  const holes = cut ? `<mask id="on"><rect x="-9" y="-9" width="64" height="64" fill="#fff"/>${draw(parts.filter((part) => part.ink === 'on'), () => '#000')}</mask>` : ''
  const shown = draw(cut ? parts.filter((part) => part.ink === 'mark') : parts, (part) => (part.ink === 'on' ? (ink.on ?? ink.mark) : ink.mark))
  const box = [(width - side) / 2, (MARK_HEIGHT - side) / 2, side, side].join(' ')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" stroke-linecap="round" stroke-linejoin="round">${holes}<g${cut ? ' mask="url(#on)"' : ''}>${shown}</g></svg>`
}

function pathOf({ path, line, faint, dotted, sign }: MarkPart, width: number, colour: string): string {
  const scale = sign === undefined ? 1 : (sign * SIGN_TIMES) / 24
  const place = sign === undefined ? '' : ` transform="translate(${String((width - 24 * scale) / 2)} ${String((MARK_HEIGHT - 24 * scale) / 2)}) scale(${String(scale)})"`
  const paint = line === undefined ? `fill="${colour}"` : `fill="none" stroke="${colour}" stroke-width="${String(Math.max(line, LEAST_LINE / (sign === undefined ? 1 : 1.05)))}"`
  const dots = dotted === undefined ? '' : ` stroke-dasharray="0 ${String(dotted)}"`
  return `<path d="${path}" ${paint}${dots}${faint === undefined ? '' : ` opacity="${String(faint)}"`}${place}/>`
}
