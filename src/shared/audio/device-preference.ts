import { z } from 'zod'

/** Nobody has more devices at hand. */
export const MAX_PREFERRED = 16

/** How a device is remembered: Chromium rotates ids, so the label is kept too. */
export const DeviceChoiceSchema = z.object({ id: z.string().max(512), label: z.string().max(512) })

export type DeviceChoice = z.infer<typeof DeviceChoiceSchema>

export interface DevicePreference {
  /** What the system uses is used; the list is kept for another day. */
  followSystem: boolean
  /** What the person chose, best first. Behind its end comes what the system uses. */
  preferred: DeviceChoice[]
}
