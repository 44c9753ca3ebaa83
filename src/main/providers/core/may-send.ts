import type { Profile } from '../../../shared/providers/profiles/profile'
import type { KnownServer } from './known-server'

type Can = (profile: Profile) => boolean

/** Events that a server may do without; all others every server knows. */
const OPTIONAL: ReadonlyMap<unknown, Can> = new Map<unknown, Can>([
  ['input_audio_buffer.clear', ({ barge }) => barge.clear !== false],
  ['response.cancel', ({ barge }) => barge.cancel !== false],
  ['conversation.item.truncate', ({ barge }) => barge.truncate === 'ack' || barge.truncate === 'unknown'],
  ['conversation.item.delete', ({ items }) => items.delete !== false],
])

/** What a server is known not to do would only bring an error. For sound, fifty times a second, nobody is asked which server it is. */
export function maySend(type: unknown, server: () => KnownServer): boolean {
  const can = OPTIONAL.get(type)
  if (can === undefined) return true
  const { profile, learned } = server()
  return can(profile) && learned.knows(String(type))
}

const UNKNOWN = /unknown|unsupported|not supported|not implemented|invalid_event/i

/** The event of ours that an error says it does not know; null: it is about something else. */
export function unknownEventIn({ code, message }: { readonly code: string | null; readonly message: string }): string | null {
  if (!UNKNOWN.test(`${code ?? ''} ${message}`)) return null
  for (const type of OPTIONAL.keys()) if (message.includes(String(type))) return String(type)
  return null
}
