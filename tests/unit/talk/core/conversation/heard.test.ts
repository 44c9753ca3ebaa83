import { expect, it } from 'vitest'
import { heardChars } from '../../../../../src/main/talk/core/conversation/heard'

const TEXT = 'one two three four'

it('cuts in proportion, at the end of the last whole word', () => {
  const heard = [0, 1, 3, 4, 6, 7, 8, 13, 17, 18, 19].map((samples) => heardChars(TEXT, samples, 18))
  expect(heard).toEqual([0, 0, 3, 3, 3, 7, 7, 13, 13, null, null])
})

it('has heard nothing where nothing was received or said', () => {
  expect([heardChars(TEXT, 0, 0), heardChars(TEXT, 5, 0), heardChars('', 5, 10)]).toEqual([0, 0, 0])
})

it('cuts between characters where a language has no spaces, never inside one', () => {
  expect([heardChars('你好世界', 5, 10), heardChars('你好世界', 7, 10), heardChars('😀😀', 5, 20), heardChars('😀😀', 10, 20)]).toEqual([2, 2, 0, 2])
})

it('a character of several signs is heard whole or not at all', () => {
  expect([heardChars('👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 10, 20), heardChars('👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 12, 20), heardChars('🇩🇪🇫🇷', 15, 20)]).toEqual([11, 11, 4])
})
