import { z } from 'zod'
import { DeviceChangeSchema } from '../audio/device-change'
import { type ModelId, offers, type VoiceId } from '../providers/offers/offers'
import { soundSettings } from './sound'
import { talkSettings } from './talk'

const isOneOf = <Id extends string>(ids: readonly Id[]) => (id: string): id is Id => ids.some((each) => each === id)

export const isModelOffer = isOneOf<ModelId>(offers.openai.models.map(({ id }) => id))
export const isVoiceOffer = isOneOf<VoiceId>(offers.openai.voices)

/**
 * What the panel may change beside the conversation: which microphone hears, which of the known models and voices answers, how loud and
 * how fast, and whether it stays on top.
 */
export const PanelPatchSchema = z
  .object({
    microphone: z.object({ device: DeviceChangeSchema }).strict(),
    model: z.string().refine(isModelOffer),
    voice: z.string().refine(isVoiceOffer),
    answerVolume: soundSettings.fields.answerVolume,
    speed: talkSettings.fields.speed,
    keepOnTop: z.boolean(),
  })
  .partial()
  .strict()

export type PanelPatch = z.infer<typeof PanelPatchSchema>
