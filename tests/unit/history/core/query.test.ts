import { expect, test } from 'vitest'
import { matchExpression, phrasesOf } from '../../../../src/main/history/core/query'

test.each([
  ['words; the last may go on', 'Wetter mor', '"wetter" AND "mor" *'],
  ['a run of Chinese is a phrase', '天气 北京', '"天 气" AND "北 京" *'],
  ['what is written together stands together', "don't e-mail", '"don t" AND "e mail" *'],
  ['operators are words', 'a AND b OR NOT c NEAR(d)', '"a" AND "and" AND "b" AND "or" AND "not" AND "c" AND "near d" *'],
  ['syntax is nothing', '"* (): ^ {} \'; --', ''],
  ['nothing', '', ''],
])('%s', (_what, text, expected) => {
  expect(matchExpression(phrasesOf(text))).toBe(expected)
})

test('a pasted page is cut to something that can be searched', () => {
  expect(phrasesOf('a '.repeat(100_000)).length).toBe(24)
})
