import { expect, it } from 'vitest'
import { heardParts } from '../../../../src/shared/audio/heard'

it.each([
  ['all heard', 'Hello', null, 'Hello', ''],
  ['cut', 'Hello there', 5, 'Hello', ' there'],
  ['nothing heard', 'Hello', 0, '', 'Hello'],
  ['more than there is', 'Hello', 9, 'Hello', ''],
  ['inside a family', 'a👨‍👩‍👧‍👦b', 5, 'a', '👨‍👩‍👧‍👦b'],
  ['inside a surrogate pair', 'a😀b', 2, 'a', '😀b'],
  ['after a surrogate pair', 'a😀b', 3, 'a😀', 'b'],
])('%s', (_name, text, heardChars, heard, unheard) => {
  expect(heardParts({ text, heardChars })).toEqual({ heard, unheard })
})
