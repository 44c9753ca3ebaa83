import { expect, test } from 'vitest'
import { type AnswerWords, completed, grown, textOf, wordsFrom } from '../../../../../src/main/talk/core/conversation/part-words'

type Step = (words: AnswerWords) => AnswerWords
const said = (delta: string): Step => (words) => grown(words, 0, delta)
const complete = (text: string): Step => (words) => completed(words, 0, text)
const text = (...steps: readonly Step[]) => textOf(steps.reduce((words, step) => step(words), wordsFrom('')))

test('does not show words twice that were complete before their deltas came', () => {
  expect([
    text(complete('Hello there.'), said('Hello')),
    text(complete('Hello there.'), said('Hello'), said(' there.')),
    text(complete('Hello there.'), said('Hel'), said('lo there.'), complete('Hello there.')),
    text(said('Hello'), complete('Hello there.'), said(' there.'), complete('Hello there.')), // between its deltas
    text(complete('One.'), complete('Two.'), said('One.'), complete('One.'), said('Two.'), complete('Two.')),
    text(complete('One.'), said('One.'), said(' Two.'), complete('One. Two.')), // told again, and more
    text(complete('One.'), said('One. Two.'), complete('Two.')),
    text(complete('One.'), said('Two.'), complete('Two.')), // never told again
    text(complete('No'), said('No'), said('body knows.')), // begins alike
    text(complete('Yes.'), said('Yes'), said(', it is.')),
    text(complete('你好。'), said('你好。再见。')),
  ]).toEqual([
    'Hello there.',
    'Hello there.',
    'Hello there.',
    'Hello there.',
    'One. Two.',
    'One. Two.',
    'One. Two.',
    'One. Two.',
    'No Nobody knows.',
    'Yes. Yes, it is.',
    '你好。再见。',
  ])
})
