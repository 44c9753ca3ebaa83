import { z } from 'zod'

/** How long finished conversations stay; `nothing`: no conversation is written down at all. */
export const RetentionChoiceSchema = z.enum(['forever', '90-days', '30-days', '7-days', 'nothing'])

const fields = {
  keeping: RetentionChoiceSchema,
  /** Keep the sound of what was said and heard beside the text. */
  keepAudio: z.boolean(),
  /** The oldest sound goes when there is more, in MB of 10^6 bytes. */
  audioLimitMb: z.number().int().min(10).max(100_000),
}

export const historySettings = { fields, settingsPage: fields, firstSteps: {}, historyPage: fields, defaults: () => ({ keeping: 'forever' as const, keepAudio: false, audioLimitMb: 500 }) }

export type RetentionChoice = z.infer<typeof RetentionChoiceSchema>
