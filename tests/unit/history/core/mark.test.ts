import { expect, test } from 'vitest'
import { markAll, snippet } from '../../../../src/main/history/core/mark'
import { phrasesOf } from '../../../../src/main/history/core/query'
import type { MarkedText } from '../../../../src/shared/history'

/** Hits in brackets. */
const shown = (pieces: readonly MarkedText[]): string => pieces.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('')
const marked = (text: string, query: string): string => shown(markAll(text, phrasesOf(query)))

test.each([
  ['a word and a beginning, as they were written', 'The Weather is whether', 'weather wh', 'The [Weather] is [whether]'],
  ['only the last word is a beginning', 'weather weathers', 'weather is', '[weather] weathers'],
  ['accents', 'Un café, s’il vous plaît', 'cafe plait', 'Un [café], s’il vous [plaît]'],
  ['characters of a run', '今天天气很好', '天气', '今天[天气]很好'],
  ['one character, everywhere', '今天天气', '天', '今[天天]气'],
  ['a whole character where only a part was asked for', 'กิน', 'ก', '[กิ]น'],
  ['an emoji with its tone', 'ok 👍🏽!', '👍', 'ok [👍🏽]!'],
  ['nothing that only looks like it', 'a "b" AND c', '"*"', 'a "b" AND c'],
  ['overlapping hits become one', 'one two three', 'one-two two-th', '[one two three]'],
])('marks %s', (_what, text, query, expected) => {
  expect(marked(text, query)).toBe(expected)
})

test('a snippet shows what stands around the first hit on one line', () => {
  const text = `${'before '.repeat(50)}\n\n needle\tafter${' behind'.repeat(50)}`
  const [first, ...rest] = snippet(text, phrasesOf('needle'))
  expect({ first, hits: rest.filter(({ hit }) => hit), last: rest.at(-1), length: shown(rest).length < 200 }).toEqual({
    first: { text: '…', hit: false }, hits: [{ text: 'needle', hit: true }], last: { text: '…', hit: false }, length: true,
  })
})

test('a text without a hit shows its beginning; a short one all of itself', () => {
  expect(shown(snippet('x'.repeat(200), phrasesOf('needle')))).toBe(`${'x'.repeat(80)}…`)
  expect(shown(snippet('a needle', phrasesOf('needle')))).toBe('a [needle]')
})

test('a snippet never cuts a character in two', () => {
  const family = '👨‍👩‍👧‍👦'
  for (let shift = 0; shift < 12; shift += 1) {
    const text = `${family.repeat(20)}${'x'.repeat(shift)} needle ${'x'.repeat(shift)}${family.repeat(20)}`
    const words = snippet(text, phrasesOf('needle')).map((piece) => piece.text).join('').replaceAll(family, '')
    expect(words.replace(/[x …]/gu, '')).toBe('needle')
  }
})
