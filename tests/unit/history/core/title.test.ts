import { expect, test } from 'vitest'
import { previewFrom, titleFrom } from '../../../../src/main/history/core/title'

test.each([
  ['short words stay', '  What is\n the  time? ', 'What is the time?'],
  ['long ones end at a word, without its punctuation', `Tell me everything about the history of clocks, watches and, well, time`, 'Tell me everything about the history of clocks, watches…'],
  ['a word that fills it all is cut', 'x'.repeat(100), `${'x'.repeat(59)}…`],
  ['Chinese is cut between characters', '天'.repeat(100), `${'天'.repeat(59)}…`],
  ['an emoji is never halved', '👨‍👩‍👧‍👦'.repeat(20), `${'👨‍👩‍👧‍👦'.repeat(5)}…`],
  ['nothing', ' \n', ''],
])('%s', (_what, text, expected) => {
  expect(titleFrom(text)).toBe(expected)
})

test('title and preview keep to their limits', () => {
  const text = 'some words or other '.repeat(1_000)
  expect([titleFrom(text).length <= 60, previewFrom(text).length <= 200]).toEqual([true, true])
})
