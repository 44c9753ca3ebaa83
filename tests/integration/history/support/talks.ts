import type { ItemWrite } from '../../../../src/main/history/core/ports'
import type { StoredItem } from '../../../../src/shared/history'
import { conversationId, itemId, type ConversationId } from '../../../../src/shared/ids'

export const talkId = (number: number): ConversationId => conversationId(`talk-${String(number)}`)

export type ItemWish = Partial<Omit<StoredItem, 'id'>> & { readonly position?: number }

/** 2026-03-01 10:00 UTC, and a second more for each position. */
export const MORNING = Date.UTC(2026, 2, 1, 10)

/** A spoken, finished sentence of the person unless told otherwise. */
export function item(id: string, { position = 0, ...wish }: ItemWish = {}): ItemWrite {
  return {
    position,
    item: {
      role: 'user', kind: 'speech', text: 'words', status: 'done', heardChars: null, audioMs: 1_000, hasAudio: false,
      createdAt: MORNING + 1_000 * position, ...wish, id: itemId(id),
    },
  }
}

export const head = (id: ConversationId) => ({ id, startedAt: MORNING, endpointName: 'Practice' })
