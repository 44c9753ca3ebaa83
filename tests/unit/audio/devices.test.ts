import { expect, test } from 'vitest'
import { devicesOf, resolveDevice } from '../../../src/renderer/src/audio/devices'

const USB = { id: 'u1', label: 'USB headset' }
const BUILT_IN = { id: 'b1', label: 'Built-in' }

test('lists named devices of one kind, without the aliases of the system choice', () => {
  const entries = [
    { kind: 'audioinput', deviceId: 'default', label: 'Default' },
    { kind: 'audioinput', deviceId: 'communications', label: 'Communications' },
    { kind: 'audioinput', deviceId: 'b1', label: 'Built-in' },
    { kind: 'audiooutput', deviceId: 'u1', label: 'USB headset' },
    { kind: 'audioinput', deviceId: '', label: '' },
  ] as const
  expect([devicesOf('audioinput', entries), devicesOf('audiooutput', entries)]).toEqual([[BUILT_IN], [USB]])
})

test.each([
  ['the id', USB, USB],
  ['the id before the label', { id: 'b1', label: 'USB headset' }, BUILT_IN],
  ['the label when the id has rotated', { id: 'old', label: 'USB headset' }, USB],
  ['nothing when both are gone', { id: 'old', label: 'Other' }, null],
  ['nothing by an empty label', { id: 'old', label: '' }, null],
])('a choice is found by %s', (_what, choice, found) => {
  expect(resolveDevice(choice, [BUILT_IN, USB, { id: 'n', label: '' }])).toEqual(found)
})
