import { z } from 'zod'
import { type DeviceChoice, DeviceChoiceSchema, type DevicePreference, MAX_PREFERRED } from './device-preference'

const Id = z.string().max(512)

/** What a person does to their devices: said as it is done, so that two quick ones are two, whatever list the page had before it. */
export const DeviceChangeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('follow-system') }).strict(),
  z.object({ kind: z.literal('prefer'), device: DeviceChoiceSchema }).strict(),
  z.object({ kind: z.literal('move'), device: Id, by: z.union([z.literal(-1), z.literal(1)]) }).strict(),
  z.object({ kind: z.literal('forget'), device: Id }).strict(),
])

export type DeviceChange = z.infer<typeof DeviceChangeSchema>

const isSame = (one: DeviceChoice, other: DeviceChoice): boolean => one.id === other.id || (one.label !== '' && one.label === other.label)

export function changedDevices({ followSystem, preferred }: DevicePreference, change: DeviceChange): DevicePreference {
  switch (change.kind) {
    case 'follow-system': // the list stays, for another day
      return { followSystem: true, preferred }
    case 'prefer': // the earlier ones stay behind it, for when it is not there
      return { followSystem: false, preferred: [change.device, ...preferred.filter((each) => !isSame(each, change.device))].slice(0, MAX_PREFERRED) }
    case 'move':
      return { followSystem, preferred: moved(preferred, change.device, change.by) }
    case 'forget':
      return without(preferred.filter(({ id }) => id !== change.device), followSystem)
  }
}

/** Without anything preferred there is only the system to follow. */
function without(preferred: DeviceChoice[], followSystem: boolean): DevicePreference {
  return { preferred, followSystem: followSystem || preferred.length === 0 }
}

function moved(preferred: DeviceChoice[], device: string, by: -1 | 1): DeviceChoice[] {
  const from = preferred.findIndex(({ id }) => id === device)
  const to = from + by
  const taken = preferred[from]
  if (taken === undefined || to < 0 || to >= preferred.length) return preferred
  return preferred.filter((each) => each !== taken).toSpliced(to, 0, taken)
}
