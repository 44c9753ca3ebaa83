import { colourOf, type Theme } from '../support/look/tokens'

/** How much of a picture has one colour: six hex digits, and the part of all that is drawn, 0..1. */
export type Share = readonly [colour: string, part: number]

/** What lies under everything else on a page, one of which fills most of every picture. */
const PAPERS = ['ground', 'surface', 'sunken', 'side', 'raised'] as const
/** Of black, over the page under a dialog: `--veil` and `--dark-room`. */
const VEILS = [0.36, 0.78] as const
/** A letter or an icon may have the other theme's paper for its ink, but none so large. */
const PATCH = 0.005

const channels = (colour: string): readonly number[] => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
const veiled = (colour: string, veil: number): string => `#${channels(colour).map((value) => Math.round(value * (1 - veil)).toString(16).padStart(2, '0')).join('')}`
const papersOf = (theme: Theme): readonly string[] => PAPERS.map((token) => colourOf(token, theme, 'page'))
/** Rounding of what shines through is the compositor's own. */
const near = (one: string, other: string): boolean => channels(one).every((value, at) => Math.abs(value - (channels(other)[at] ?? 0)) <= 1)

/** What tells that a picture has not, or not everywhere, the theme it is named after; null: it has. The pill lies on other people's windows, in one palette. */
export function wrongPaper(shares: readonly Share[], theme: Theme, place: 'page' | 'pill'): string | null {
  const most = shares.toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? 'nothing'
  if (place === 'pill') return most === colourOf('ground', theme, 'pill') ? null : `its ground is ${most}`
  const papers = papersOf(theme)
  const grounds = [...papers, ...papers.flatMap((paper) => VEILS.map((veil) => veiled(paper, veil)))]
  if (!grounds.some((ground) => near(ground, most))) return `its ground is ${most}`
  const others = ['ground', 'sunken'].map((token) => colourOf(token, theme === 'light' ? 'dark' : 'light', 'page'))
  const patch = shares.find(([colour, part]) => others.includes(colour) && part > PATCH)
  return patch === undefined ? null : `a part of it is ${patch[0]}`
}
