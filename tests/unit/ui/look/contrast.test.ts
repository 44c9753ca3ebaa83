import { describe, expect, test } from 'vitest'
import { colourOf, contrast, type Place, type Theme } from '../../../support/look/tokens'

/** WCAG 2.2, 1.4.3 and 1.4.11. */
const TEXT = 4.5
const EDGE = 3

const PAPER = ['ground', 'surface', 'sunken', 'side', 'raised'] as const
/** What is written on what. */
const TEXTS: readonly (readonly [text: string, grounds: readonly string[]])[] = [
  ['text', [...PAPER, 'pointed', 'chosen', 'voice-wash', 'speaks-wash', 'fails-wash', 'thinks-wash', 'found']],
  ['soft', [...PAPER, 'pointed', 'voice-wash', 'fails-wash', 'thinks-wash']],
  ['pencil', [...PAPER, 'voice-wash']],
  ['voice-text', [...PAPER, 'pointed', 'voice-wash']],
  ['thinks-text', [...PAPER, 'thinks-wash']],
  ['fails', [...PAPER, 'fails-wash']],
  ['on-ink', ['ink']],
  ['on-voice', ['voice', 'voice-deep']],
  ['on-flood', ['flood']],
  ['flood-text', ['on-flood']],
]
/** Edges of controls and what only a shape says. */
const EDGES: readonly (readonly [edge: string, grounds: readonly string[]])[] = [
  ['edge', PAPER],
  ['voice', PAPER],
  ['ink', PAPER],
  ['thinks', ['ground', 'surface', 'raised', 'sunken']],
  ['speaks', PAPER],
  ['silent', PAPER],
  ['fails', [...PAPER, 'fails-wash']],
  ['on-mark', ['thinks', 'speaks', 'fails']],
]
const PILL_TEXTS: readonly (readonly [text: string, grounds: readonly string[]])[] = [
  ['text', ['surface', 'speaks-wash']],
  ['soft', ['surface']],
  ['pencil', ['surface']],
  ['voice', ['surface']],
  ['speaks', ['surface']],
  ['thinks', ['surface']],
  ['on-voice', ['voice']],
]

function pairs(list: typeof TEXTS, least: number, place: Place, themes: readonly Theme[]) {
  return themes.flatMap((theme) => list.flatMap(([front, grounds]) => grounds.map((ground) => ({ front, ground, theme, place, least }))))
}
const BOTH = ['light', 'dark'] as const

describe('contrast, computed from the tokens', () => {
  test.each([
    ...(['page', 'more'] as const).flatMap((place) => [...pairs(TEXTS, TEXT, place, BOTH), ...pairs(EDGES, EDGE, place, BOTH)]),
    ...(['pill', 'pill-more'] as const).flatMap((place) => pairs(PILL_TEXTS, TEXT, place, ['dark'])),
  ])('$front on $ground ($theme, $place) is at least $least', ({ front, ground, theme, place, least }) => {
    expect(contrast(colourOf(front, theme, place), colourOf(ground, theme, place))).toBeGreaterThanOrEqual(least)
  })

  test('the ratios are those that the design names', () => {
    const ratio = (front: string, ground: string, place: Place = 'page') =>
      (['light', 'dark'] as const).map((theme) => contrast(colourOf(front, theme, place), colourOf(ground, theme, place)).toFixed(1)).join(' / ')
    expect({
      edge: ['ground', 'surface', 'sunken'].map((ground) => ratio('edge', ground)),
      text: ['ground', 'voice-wash', 'speaks-wash'].map((ground) => ratio('text', ground)),
      soft: ['ground', 'sunken'].map((ground) => ratio('soft', ground)),
      pencil: ['ground', 'sunken', 'voice-wash'].map((ground) => ratio('pencil', ground)),
      ink: [ratio('on-ink', 'ink')],
      voice: [ratio('on-voice', 'voice'), ratio('voice', 'ground'), ratio('voice-text', 'ground'), ratio('voice-text', 'sunken'), ratio('on-flood', 'flood')],
      marks: [ratio('thinks', 'ground'), ratio('thinks-text', 'ground'), ratio('speaks', 'ground'), ratio('fails', 'ground'), ratio('fails', 'fails-wash')],
      pill: ['text', 'soft', 'pencil', 'voice', 'speaks', 'thinks'].map((front) => contrast(colourOf(front, 'dark', 'pill'), colourOf('surface', 'dark', 'pill')).toFixed(1)),
    }).toEqual({
      edge: ['3.5 / 4.4', '3.7 / 4.0', '3.2 / 3.6'],
      text: ['16.1 / 15.2', '14.6 / 11.7', '14.2 / 10.6'],
      soft: ['6.4 / 8.3', '5.9 / 6.8'],
      pencil: ['5.0 / 6.5', '4.6 / 5.4', '4.6 / 5.0'],
      ink: ['15.2 / 14.7'],
      voice: ['5.4 / 8.9', '5.1 / 8.8', '6.2 / 10.5', '5.7 / 8.6', '5.4 / 6.2'],
      marks: ['3.9 / 9.4', '5.9 / 9.4', '6.2 / 8.3', '6.2 / 8.3', '5.7 / 6.7'],
      pill: ['14.2', '7.8', '6.1', '8.2', '7.8', '8.7'],
    })
  })

  test('with more contrast, edges and lines are as strong as words, and nothing is washed', () => {
    for (const theme of BOTH) {
      const colour = (token: string) => colourOf(token, theme, 'more')
      expect([colour('line'), colour('edge')]).toEqual([colour('text'), colour('text')])
      expect(['surface', 'sunken', 'voice-wash', 'speaks-wash', 'fails-wash'].map(colour)).toEqual(Array.from({ length: 5 }, () => colour('ground')))
    }
  })
})
