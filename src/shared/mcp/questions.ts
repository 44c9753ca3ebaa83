import { z } from 'zod'

const TextSchema = z.object({
  type: z.literal('text'),
  minChars: z.number().int(),
  maxChars: z.number().int(),
  format: z.enum(['email', 'uri', 'date', 'date-time']).nullable(),
})
/** Null: as small, or as large, as it likes to be. */
const NumberSchema = z.object({ type: z.literal('number'), whole: z.boolean(), least: z.number().nullable(), most: z.number().nullable() })
const OptionsSchema = z.array(z.object({ value: z.string().max(500), title: z.string().max(200) })).max(64).readonly()

/** One thing that a server asks the person for. */
export const AskedFieldSchema = z.object({
  name: z.string().min(1).max(256),
  title: z.string().max(200),
  description: z.string().max(1_000),
  required: z.boolean(),
  kind: z.discriminatedUnion('type', [
    TextSchema,
    NumberSchema,
    z.object({ type: z.literal('yes-no') }),
    z.object({ type: z.literal('choice'), options: OptionsSchema }),
    z.object({ type: z.literal('choices'), options: OptionsSchema, least: z.number().int(), most: z.number().int() }),
  ]),
})
export type AskedField = z.infer<typeof AskedFieldSchema>

const ValueSchema = z.union([z.string().max(10_000), z.number(), z.boolean(), z.array(z.string().max(500)).max(64).readonly()])
export type AskedValue = z.infer<typeof ValueSchema>

export const QuestionAnswerSchema = z.discriminatedUnion('action', [
  z.object({ action: z.literal('accept'), content: z.record(z.string().max(256), ValueSchema) }),
  z.object({ action: z.enum(['decline', 'cancel']) }),
])
export type QuestionAnswer = { readonly action: 'accept'; readonly content: Readonly<Record<string, AskedValue>> } | { readonly action: 'decline' | 'cancel' }

/** A question of a server to the person. Unanswered, it is declined. */
export interface ServerQuestion {
  readonly id: string
  readonly server: string
  readonly label: string
  readonly message: string
  readonly leftMs: number
  readonly asks: { readonly kind: 'form'; readonly fields: readonly AskedField[] } | { readonly kind: 'url'; readonly host: string }
}
