import { z } from 'zod'
import { ServerIdSchema, ServerLabelSchema } from './servers'

/** What the voice server offers by a name of its own (docs/wire-facts.md, Items and images). */
export const CONNECTORS = [
  'connector_dropbox', 'connector_gmail', 'connector_googlecalendar', 'connector_googledrive',
  'connector_microsoftteams', 'connector_outlookcalendar', 'connector_outlookemail', 'connector_sharepoint',
] as const

const HostedToolNameSchema = z.string().regex(/^[\w.-]{1,128}$/)

/** A server of tools that the voice server connects to by itself, as the person has said yes to it (`hash`). Its key is in the keychain. */
export const HostedServerSchema = z.object({
  id: ServerIdSchema,
  label: ServerLabelSchema,
  on: z.boolean(),
  /** The voice server that is told of it and given its key; no other one is. */
  voice: z.string().max(300),
  reach: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('url'), url: z.url({ protocol: /^https$/ }).max(2_048) }),
    z.object({ kind: z.literal('connector'), connector: z.enum(CONNECTORS) }),
  ]),
  hasKey: z.boolean(),
  /** Those the model may ask for. Empty: all it has. */
  tools: z.array(HostedToolNameSchema).max(64),
  hash: z.string().max(128),
})
export type HostedServer = z.infer<typeof HostedServerSchema>

/** As it is typed. The key goes inwards only. */
export const HostedFormSchema = z.object({
  label: z.string().max(200),
  kind: z.enum(['url', 'connector']),
  place: z.string().max(4_096),
  key: z.string().max(16_384),
  tools: z.array(z.string().max(200)).max(256),
})
export type HostedForm = z.infer<typeof HostedFormSchema>

/** `elsewhere`: another voice server is chosen now. `waiting`: no session has been told of it yet. */
export type HostedPhase = 'off' | 'elsewhere' | 'unconfirmed' | 'no-key' | 'waiting' | 'listing' | 'listed' | 'failed'

export interface ListedHosted {
  readonly id: string
  readonly label: string
  readonly on: boolean
  readonly place: string
  readonly voice: string
  readonly phase: HostedPhase
  /** As the voice server lists them. */
  readonly tools: readonly { readonly name: string; readonly description: string }[]
}

export interface HostedList {
  /** The voice server that is chosen now, as a person calls it. */
  readonly voice: string
  readonly servers: readonly ListedHosted[]
  /** Why something was not done. */
  readonly refusal: string | null
}
