import { z } from 'zod'
import { DeviceChangeSchema } from '../audio/device-change'

/** What the panel may change beside the conversation: which microphone hears. */
export const PanelPatchSchema = z.object({ microphone: z.object({ device: DeviceChangeSchema }).strict() }).partial().strict()

export type PanelPatch = z.infer<typeof PanelPatchSchema>
