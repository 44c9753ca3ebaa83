import { expect, test } from 'vitest'
import { followingSystem, inUse, moved, withFirst, without } from '../../../../../src/renderer/src/ui/settings/fields/device-order'

const [USB, DESK, EARS] = [{ id: 'u1', label: 'USB headset' }, { id: 'd1', label: 'Desk' }, { id: 'e1', label: 'AirPods' }]
const preferring = (...preferred: (typeof USB)[]) => ({ followSystem: false, preferred })

test('the newest choice comes first, once, also under a new id', () => {
  expect(withFirst(withFirst(withFirst({ followSystem: true, preferred: [] }, USB), DESK), { ...USB, id: 'u2' })).toEqual(preferring({ ...USB, id: 'u2' }, DESK))
})

test('rows move, go, and with the last one the system is followed', () => {
  const three = preferring(USB, DESK, EARS)
  expect([moved(three, 2, -1), moved(three, 0, 1), without(three, 1), without(preferring(USB), 0), followingSystem(three)]).toEqual([
    preferring(USB, EARS, DESK), preferring(DESK, USB, EARS), preferring(USB, EARS), { followSystem: true, preferred: [] }, { ...three, followSystem: true },
  ])
})

test('the first that is there is in use, else what the system uses', () => {
  const known = [DESK, EARS]
  expect([inUse(preferring(USB, DESK), known, EARS), inUse(preferring(USB), known, EARS), inUse(followingSystem(preferring(DESK)), known, EARS), inUse(preferring(USB), known, null)]).toEqual([DESK, EARS, EARS, null])
})
