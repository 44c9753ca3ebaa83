import { expect, it } from 'vitest'
import { FIELD_WALKS, listDeed, type PressedKey, TEXT_WALKS } from '../../../../src/renderer/src/ui/parts/list/list-deed'

const press = (key: string, held: Partial<PressedKey> = {}): PressedKey => ({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held })
const PLACE = { at: 3, count: 10, page: 4 }

it.each([
  ['ArrowDown', 4], ['ArrowUp', 2], ['PageDown', 7], ['PageUp', 0], ['Home', 0], ['End', 9],
])('%s leads from the fourth of ten to place %i', (key, to) => {
  expect(listDeed(press(key), PLACE)).toEqual({ kind: 'move', to, extend: false, key })
})

it.each([
  ['Enter', 'open'], ['Delete', 'remove'], ['F2', 'rename'], [' ', 'toggle'], ['Escape', 'clear'],
])('%s: %s', (key, kind) => {
  expect(listDeed(press(key), PLACE)).toEqual({ kind })
})

it('Shift takes all rows on the way', () => {
  expect(listDeed(press('ArrowDown', { shiftKey: true }), PLACE)).toMatchObject({ to: 4, extend: true })
})

it('all, by the key of either system', () => {
  expect([press('a', { ctrlKey: true }), press('A', { metaKey: true }), press('a')].map((key) => listDeed(key, PLACE)?.kind)).toEqual(['all', 'all', undefined])
})

it('a walk with another key held is the window\'s', () => {
  expect((['ctrlKey', 'metaKey', 'altKey'] as const).map((held) => listDeed(press('ArrowDown', { [held]: true }), PLACE))).toEqual([null, null, null])
})

it('what a field and a text keep for themselves', () => {
  const kept = (walks: ReadonlySet<string>) => ['ArrowDown', 'PageDown', 'Home', 'End'].filter((key) => listDeed(press(key), PLACE, walks) === null)
  expect([kept(FIELD_WALKS), kept(TEXT_WALKS)]).toEqual([['Home', 'End'], ['PageDown', 'Home', 'End']])
})

it('an empty list is walked by no key', () => {
  expect(listDeed(press('ArrowDown'), { at: -1, count: 0, page: 1 })).toBeNull()
})
