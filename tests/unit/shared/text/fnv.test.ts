import { expect, test } from 'vitest'
import { fnv } from '../../../../src/shared/text/fnv'

test('it is FNV-1a: the values that its authors published', () => {
  expect(['', 'a', 'foobar'].map((text) => fnv(text))).toEqual(['811c9dc5', 'e40c292c', 'bf9cf968'])
})
