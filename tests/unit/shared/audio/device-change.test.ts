import { expect, test } from 'vitest'
import { changedDevices, type DeviceChange } from '../../../../src/shared/audio/device-change'
import type { DevicePreference } from '../../../../src/shared/audio/device-preference'

const [USB, DESK, EARS] = [{ id: 'u1', label: 'USB headset' }, { id: 'd1', label: 'Desk' }, { id: 'e1', label: 'AirPods' }]
const NOTHING: DevicePreference = { followSystem: true, preferred: [] }
const preferring = (...preferred: (typeof USB)[]): DevicePreference => ({ followSystem: false, preferred })
const after = (before: DevicePreference, ...changes: readonly DeviceChange[]) => changes.reduce(changedDevices, before)
const THREE = preferring(USB, DESK, EARS)

test('the newest choice comes first, once, also under a new id', () => {
  const changes = [USB, DESK, { ...USB, id: 'u2' }].map((device): DeviceChange => ({ kind: 'prefer', device }))
  expect(after(NOTHING, ...changes)).toEqual(preferring({ ...USB, id: 'u2' }, DESK))
})

test.each<[string, DevicePreference, readonly DeviceChange[], DevicePreference]>([
  ['one moves up', THREE, [{ kind: 'move', device: 'e1', by: -1 }], preferring(USB, EARS, DESK)],
  ['one moves down', THREE, [{ kind: 'move', device: 'u1', by: 1 }], preferring(DESK, USB, EARS)],
  ['the first moves nowhere', THREE, [{ kind: 'move', device: 'u1', by: -1 }], THREE],
  ['nor does the last', THREE, [{ kind: 'move', device: 'e1', by: 1 }], THREE],
  ['nor one that has gone', THREE, [{ kind: 'move', device: 'x', by: 1 }], THREE],
  ['one is forgotten', THREE, [{ kind: 'forget', device: 'd1' }], preferring(USB, EARS)],
  ['two are, one after the other', THREE, [{ kind: 'forget', device: 'u1' }, { kind: 'forget', device: 'd1' }], preferring(EARS)],
  ['one is, twice', THREE, [{ kind: 'forget', device: 'u1' }, { kind: 'forget', device: 'u1' }], preferring(DESK, EARS)],
  ['with the last one the system is followed', preferring(USB), [{ kind: 'forget', device: 'u1' }], NOTHING],
  ['the system is followed, the list stays', THREE, [{ kind: 'follow-system' }], { ...THREE, followSystem: true }],
])('%s', (_what, before, changes, expected) => {
  expect(after(before, ...changes)).toEqual(expected)
})

test('seventeen are not remembered', () => {
  const changes = Array.from({ length: 17 }, (_, at): DeviceChange => ({ kind: 'prefer', device: { id: `d${String(at)}`, label: '' } }))
  expect(after(NOTHING, ...changes).preferred).toHaveLength(16)
})
