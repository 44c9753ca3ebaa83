import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export const UI = join(import.meta.dirname, '..', '..', '..', 'src', 'renderer', 'src', 'ui')

export type Theme = 'light' | 'dark'
/** Where a token is declared again: for everybody, on the pill, with more contrast, on the pill with more contrast. */
export type Place = 'page' | 'pill' | 'more' | 'pill-more'

/** What a page sees there, weakest first. */
const LAYERS: Readonly<Record<Place, readonly Place[]>> = { page: ['page'], pill: ['page', 'pill'], more: ['page', 'more'], 'pill-more': ['page', 'pill', 'more', 'pill-more'] }

const source = readFileSync(join(UI, 'tokens.css'), 'utf8').replaceAll(/\/\*[^]*?\*\//g, '')
const MORE = '@media (prefers-contrast: more) {'
const FORCED = '@media (forced-colors: active) {'

const declarationsIn = (css: string): ReadonlyMap<string, string> =>
  new Map([...css.matchAll(/--([a-z0-9-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value.trim()]))

/** The rule that opens with `head`, without rules inside it. */
function rule(css: string, head: string): ReadonlyMap<string, string> {
  const start = css.indexOf(head)
  if (start < 0) throw new Error(`tokens.css has no ${head}`)
  return declarationsIn(css.slice(start, css.indexOf('}', start)))
}

const PILL = "[data-palette='pill'] {"
const wide = source.slice(0, source.indexOf(MORE))
const more = source.slice(source.indexOf(MORE), source.indexOf(FORCED))
const DECLARED: Readonly<Record<Place, ReadonlyMap<string, string>>> = { page: rule(wide, ':root {'), pill: rule(wide, PILL), more: rule(more, ':root {'), 'pill-more': rule(more, PILL) }

/** The colour of a token as six hex digits. */
export function colourOf(token: string, theme: Theme, place: Place): string {
  const value = LAYERS[place].map((layer) => DECLARED[layer].get(token)).findLast((each) => each !== undefined)
  if (value === undefined) throw new Error(`tokens.css has no --${token}`)
  const [, light = value, dark = value] = /^light-dark\(([^,]+), ([^)]+)\)$/.exec(value) ?? []
  const colour = place.startsWith('pill') || theme === 'dark' ? dark : light
  if (!/^#[0-9a-f]{6}$/.test(colour)) throw new Error(`--${token} is ${colour}, which no ratio can be computed of`)
  return colour
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}
