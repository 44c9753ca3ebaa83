import type { ConversationHead, ItemWrite } from '../../src/main/history/core/ports'
import type { ConversationSummary } from '../../src/shared/history'
import type { ConversationId, ItemId } from '../../src/shared/ids'

/** A conversation as the history in memory keeps it. */
export interface Talk {
  head: ConversationHead
  title: string | null
  pinned: boolean
  removed: boolean
  updatedAt: number
  readonly rows: Map<ItemId, { write: ItemWrite; removed: boolean }>
}

export const newTalk = (head: ConversationHead): Talk => ({ head, title: null, pinned: false, removed: false, updatedAt: head.startedAt, rows: new Map() })

/** What is in sight, in order. */
export const itemsOf = ({ rows }: Talk): readonly ItemWrite[] =>
  [...rows.values()].filter(({ removed }) => !removed).map(({ write }) => write).sort((a, b) => a.position - b.position)

export function summaryOf(talk: Talk): ConversationSummary {
  const { head, title, pinned, updatedAt } = talk
  const items = itemsOf(talk)
  const first = items.find(({ item }) => item.text !== '')?.item.text ?? ''
  return { ...head, title: title ?? first, titled: title !== null, preview: items.at(-1)?.item.text ?? '', updatedAt, pinned, items: items.length }
}

type Talks = ReadonlyMap<ConversationId, Talk>

export const oldTalks = (talks: Talks, before: number): readonly ConversationId[] =>
  [...talks.values()].filter(({ updatedAt, pinned }) => updatedAt < before && !pinned).map(({ head }) => head.id)

export function each(talks: Talks, conversations: readonly ConversationId[], change: (talk: Talk) => void): void {
  for (const id of conversations) {
    const talk = talks.get(id)
    if (talk !== undefined) change(talk)
  }
}
