import { expect, test } from 'vitest'
import { inUse } from '../../../../../src/renderer/src/ui/settings/fields/device-order'

const [USB, DESK, EARS] = [{ id: 'u1', label: 'USB headset' }, { id: 'd1', label: 'Desk' }, { id: 'e1', label: 'AirPods' }]
const preferring = (...preferred: (typeof USB)[]) => ({ followSystem: false, preferred })

test('the first that is there is in use, else what the system uses', () => {
  const known = [DESK, EARS]
  expect([inUse(preferring(USB, DESK), known, EARS), inUse(preferring(USB), known, EARS), inUse({ ...preferring(DESK), followSystem: true }, known, EARS), inUse(preferring(USB), known, null)]).toEqual([DESK, EARS, EARS, null])
})
