import { expect, it } from 'vitest'
import { type Share, wrongPaper } from '../../screens/paper'
import type { Theme } from '../../support/look/tokens'

const WORDS: readonly Share[] = [['#1a1c1e', 0.04], ['#eceae4', 0.04]]

it.each([
  ['paper', 'light', [['#faf8f3', 0.8], ...WORDS]],
  ['graphite', 'dark', [['#141517', 0.8], ...WORDS]],
  ['mostly cards', 'light', [['#ffffff', 0.6], ['#faf8f3', 0.3]]],
  ['under a veil', 'light', [['#a09f9c', 0.6], ['#ffffff', 0.3]]],
  ['under a veil, rounded up', 'dark', [['#0e0e0f', 0.6], ['#25282c', 0.3]]],
  ['a dot of the other paper in a picture of something', 'light', [['#faf8f3', 0.8], ['#141517', 0.004]]],
] as const satisfies readonly (readonly [string, Theme, readonly Share[]])[])('%s has its theme (%s)', (_what, theme, shares) => {
  expect(wrongPaper(shares, theme, 'page')).toBeNull()
})

it.each([
  ['the other theme', 'dark', [['#faf8f3', 0.8], ...WORDS], 'its ground is #faf8f3'],
  ['on the way from one to the other', 'dark', [['#6d6c6a', 0.8]], 'its ground is #6d6c6a'],
  ['a tile that was not painted again', 'dark', [['#141517', 0.9], ['#faf8f3', 0.02]], 'a part of it is #faf8f3'],
  ['nothing at all', 'light', [], 'its ground is nothing'],
] as const satisfies readonly (readonly [string, Theme, readonly Share[], string])[])('%s is told', (_what, theme, shares, why) => {
  expect(wrongPaper(shares, theme, 'page')).toBe(why)
})

it('the pill is the same in both themes', () => {
  const shares: readonly Share[] = [['#1a1c1f', 0.7], ['#eceae4', 0.1]]
  expect([wrongPaper(shares, 'light', 'pill'), wrongPaper(shares, 'dark', 'pill'), wrongPaper(shares, 'light', 'page')]).toEqual([null, null, 'its ground is #1a1c1f'])
})
