import { expect, test } from 'vitest'
import { type EndedBy, EscapePresses } from '../../../src/main/app/escape-presses'

type Told = readonly (readonly [by: EndedBy, at: number])[]

/** How often somebody is told to end something. */
function ends(told: Told): number {
  const sut = new EscapePresses()
  return told.filter(([by, at]) => !sut.isSecond(by, at)).length
}

test.each<readonly [string, number, Told]>([
  ['a press that only the hook hears', 1, [['hook', 0]]],
  ['a press that only the page hears', 1, [['page', 0]]],
  ['a press of both', 1, [['hook', 0], ['page', 20]]],
  ['a page that is busy', 1, [['hook', 0], ['page', 1_500]]],
  ['a page that is first', 1, [['page', 0], ['hook', 20]]],
  ['two quick presses', 2, [['hook', 0], ['hook', 80], ['page', 90], ['page', 95]]],
  ['two quick presses, each of both', 2, [['hook', 0], ['page', 20], ['hook', 80], ['page', 100]]],
  ['two quick presses of a page without a hook', 2, [['page', 0], ['page', 80]]],
  ['three quick presses elsewhere', 3, [['hook', 0], ['hook', 60], ['hook', 120]]],
  ['a press elsewhere, and one in the panel soon after', 2, [['hook', 0], ['hook', 900], ['page', 920]]],
  ['the same, its page first', 2, [['hook', 0], ['page', 900], ['hook', 910]]],
  ['a press of the panel that had nothing to end, and one elsewhere soon after', 2, [['page', 0], ['hook', 400]]],
  ['a click behind a press', 2, [['hook', 0], ['button', 10]]],
])('%s: %i', (_what, count, told) => {
  expect(ends(told)).toBe(count)
})
