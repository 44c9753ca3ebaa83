import { z } from 'zod'
import type { ConnectionVerdict } from '../providers/verdict-name'
import { SecretSchema } from '../secret'
import { EndpointSchema, type Settings } from '../settings'
import type { SecretPlace } from '../view'
import { type Answered, channel } from './channel'

/** `secret` null: the key that is there already, if any. */
const ServerEntrySchema = z.object({ endpoint: EndpointSchema, secret: SecretSchema.nullable() })

/** Where the voice goes, and with which key: the settings page's, and the panel's in the first steps only. */
export const ServerAsks = {
  'secret:set': channel(z.tuple([SecretSchema]), 'settings'),
  'secret:forget': channel(z.tuple([]), 'settings'),
  /** Nothing is kept of what is tested. */
  'server:test': channel(z.tuple([ServerEntrySchema]), 'settings', 'first-steps'),
  'server:use': channel(z.tuple([ServerEntrySchema]), 'settings', 'first-steps'),
} as const

export interface ServerAnswers {
  /** Where the key now is; `this-run` when the keychain could not keep it. */
  'secret:set': SecretPlace
  'secret:forget': SecretPlace
  'server:test': ConnectionVerdict
  'server:use': Settings
}

export const ServerTells = {
  'server:stop-test': channel(z.tuple([]), 'settings', 'first-steps'),
  /** Nothing leaves this computer. */
  'server:practice': channel(z.tuple([]), 'panel'),
} as const

export interface ServerApi {
  /** Whether the server begins a session; nothing is kept. */
  testServer(entry: ServerEntry): Answered<ConnectionVerdict>
  stopServerTest(): void
  /** Chooses it, and keeps the key that came with it. */
  useServer(entry: ServerEntry): Answered<Settings>
}

export interface PracticeApi {
  usePractice(): void
}

export interface SecretApi {
  setSecret(secret: string): Answered<SecretPlace>
  forgetSecret(): Answered<SecretPlace>
}

export type ServerEntry = z.infer<typeof ServerEntrySchema>
