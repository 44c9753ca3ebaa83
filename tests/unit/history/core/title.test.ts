import { expect, test } from 'vitest'
import { previewFrom, titleFrom } from '../../../../src/main/history/core/title'

test.each([
  ['short words stay', '  What is\n the  time? ', 'What is the time?'],
  ['long ones end at a word, without its punctuation', `Tell me everything about the history of clocks, watches and, well, time`, 'Tell me everything about the history of clocks, watches…'],
  ['a word that fills it all is cut', 'x'.repeat(100), `${'x'.repeat(59)}…`],
  ['Chinese is cut between characters', '天'.repeat(100), `${'天'.repeat(59)}…`],
  ['an emoji is never halved', '👨‍👩‍👧‍👦'.repeat(20), `${'👨‍👩‍👧‍👦'.repeat(5)}…`],
  ['marks are no words', '## Tell me **everything** about `clocks`', 'Tell me everything about clocks'],
  ['nor where they are cut', `**${'some words '.repeat(60)}**`, 'some words some words some words some words some words some…'],
  ['marks alone stay', '***', '***'],
  ['nothing', ' \n', ''],
])('%s', (_what, text, expected) => {
  expect(titleFrom(text)).toBe(expected)
})

test('title and preview keep to their limits', () => {
  const text = 'some words or other '.repeat(1_000)
  expect([titleFrom(text).length <= 60, previewFrom(text).length <= 200]).toEqual([true, true])
})

test('marks that were made to be slow cost no more than others', () => {
  const began = performance.now()
  const titles = ['> ', '*a_ ', '[', '[a](', '`a``b', '&amp;', '|', '- '].map((mark) => titleFrom(mark.repeat(200_000)))
  expect({ short: titles.every((title) => title.length <= 60), inTime: performance.now() - began < 5_000 }).toEqual({ short: true, inTime: true })
})
