import { Resvg } from '@resvg/resvg-js'
import { MARKS } from '../../src/renderer/src/ui/parts/mark/marks'
import type { Mark } from '../../src/shared/status'
import { markSvg } from './mark-svg'
import { tokenColours } from './token-colours'

const TRAY_PX = 20
/** As in mark.css. */
const TOKENS: Readonly<Record<Mark, readonly [mark: string, on: string]>> = {
  ready: ['ink', 'on-ink'],
  listening: ['voice', 'on-voice'],
  thinking: ['thinks', 'on-mark'],
  working: ['thinks', 'on-mark'],
  asking: ['thinks', 'on-mark'],
  speaking: ['speaks', 'on-mark'],
  muted: ['silent', 'on-mark'],
  connecting: ['silent', 'on-mark'],
  offline: ['silent', 'on-mark'],
  failed: ['fails', 'on-mark'],
}
/** On the grid of the mark: the ring of the listening one has its room. */
const ROOM: Partial<Record<Mark, number>> = { listening: 3.4, speaking: 0 }

export const svgToPng = (svg: string, size: number): Buffer => new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng()

/** Linux and Windows take one for light and one for dark trays, macOS the black "template" that it colours itself. */
function picturesOf(mark: Mark): readonly (readonly [file: string, png: Buffer])[] {
  const [colour, on] = TOKENS[mark].map(tokenColours)
  if (colour === undefined || on === undefined) throw new Error(`no colours for ${mark}`)
  const variants = { '-on-light': { mark: colour.light, on: on.light }, '-on-dark': { mark: colour.dark, on: on.dark }, Template: { mark: '#000000', on: null } }
  return Object.entries(variants).flatMap(([variant, ink]) => {
    const svg = markSvg(mark, ink, ROOM[mark] ?? 1)
    return [1, 2].map((times) => [`${mark}${variant}${times === 2 ? '@2x' : ''}.png`, svgToPng(svg, times * TRAY_PX)] as const)
  })
}

export const trayPictures = (): ReadonlyMap<string, Buffer> => new Map((Object.keys(MARKS) as readonly Mark[]).flatMap(picturesOf))
