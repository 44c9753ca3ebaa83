import { expect, test } from 'vitest'
import { ReloadPauses } from '../../../src/main/windows/reload-pauses'

test('a page that dies again and again is loaded ever later, then no more; one that was well begins anew', () => {
  const pauses = new ReloadPauses()
  const soon = Array.from({ length: 8 }, () => pauses.next(59_999))
  expect([soon, pauses.next(60_000), pauses.next(0)]).toEqual([[0, 500, 1_000, 2_000, 4_000, 8_000, null, null], 0, 500])
})
