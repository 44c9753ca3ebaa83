import { expect, test, vi } from 'vitest'
import { characterStart, firstCharacters, lastCharacters } from '../../../../src/shared/text/characters'

const FAMILY = '👨‍👩‍👧‍👦'

test.each([
  ['letters', 'abcdef', 4, 'abcd', 'cdef'],
  ['as much as there is', 'abc', 3, 'abc', 'abc'],
  ['more than there is', 'abc', 9, 'abc', 'abc'],
  ['nothing', 'abc', 0, '', ''],
  ['less than nothing', 'abc', -3, '', ''],
  ['a surrogate pair', 'ab😀cd', 3, 'ab', 'cd'],
  ['between pairs', '😀😀😀', 4, '😀😀', '😀😀'],
  ['a combining accent', 'aé e\u0301e\u0301', 5, 'aé e\u0301', '\u0020e\u0301e\u0301'],
  ['an accent apart from its letter', 'e\u0301e\u0301', 3, 'e\u0301', 'e\u0301'],
  ['a flag', '🇩🇪🇫🇷', 6, '🇩🇪', '🇫🇷'],
  ['a family', `${FAMILY}${FAMILY}`, FAMILY.length + 5, FAMILY, FAMILY],
  ['a line ending', 'a\r\nb', 2, 'a', 'b'],
  ['Korean, letter by letter', '\u1112\u1161\u11ab\u1112\u1161\u11ab', 5, '\u1112\u1161\u11ab', '\u1112\u1161\u11ab'],
  ['half a pair that came so', '\uDE00abc', 2, '\uDE00a', 'bc'],
])('%s: whole characters only, from either end', (_what, text, limit, first, last) => {
  expect([firstCharacters(text, limit), lastCharacters(text, limit)]).toEqual([first, last])
})

test('a character longer than anybody looks is cut, but never within a surrogate pair', () => {
  const endless = `e${'\u{1D165}'.repeat(600)}`
  const cuts = Array.from({ length: 40 }, (_, index) => 500 + index)
  const parts = cuts.flatMap((at) => [firstCharacters(endless, at), lastCharacters(endless, at)])
  expect(parts.filter((part, index) => !part.isWellFormed() || part.length > (cuts[Math.floor(index / 2)] ?? 0))).toEqual([])
})

test('the start of the character that an offset falls into', () => {
  expect([-1, 0, 1, 2, 3, 4, 9].map((at) => characterStart('a😀b', at))).toEqual([0, 0, 1, 1, 3, 4, 4])
})

test('a long text takes no longer than a short one: only what lies around the cut is looked at', () => {
  const looked = vi.spyOn(Intl.Segmenter.prototype, 'segment')
  const long = 'ä'.repeat(8_000_000)
  const lengths = [firstCharacters(long, 4_000_000).length, lastCharacters(long, 4_000_000).length]
  const longest = Math.max(...looked.mock.calls.map(([text]) => text.length))
  looked.mockRestore()
  expect({ lengths, longest }).toEqual({ lengths: [4_000_000, 4_000_000], longest: 400 })
})
