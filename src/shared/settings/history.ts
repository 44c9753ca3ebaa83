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

/** The list beside a conversation; less cuts every title, more leaves too little for what is read. px at 100 %. */
export const LIST_PX = { least: 220, most: 420, usual: 280 } as const

const listField = { historyListPx: z.number().int().min(LIST_PX.least).max(LIST_PX.most) }

export const historySettings = {
  fields: { ...fields, ...listField },
  settingsPage: fields,
  firstSteps: {},
  historyPage: { ...fields, ...listField },
  defaults: () => ({ keeping: 'forever' as const, keepAudio: false, audioLimitMb: 500, historyListPx: LIST_PX.usual as number }),
}

export type RetentionChoice = z.infer<typeof RetentionChoiceSchema>
