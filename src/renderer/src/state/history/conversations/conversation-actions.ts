import type { ConversationId, ItemId } from '../../../../../shared/ids'
import type { HistoryApi } from '../../../../../shared/ipc/apis/history-api'
import { say } from '../../../../../shared/words/say'
import type { After } from '../after'
import type { Ask } from '../ask'
import type { ChoiceAction } from './choice'
import { type OpenConversationStore, readingId } from './open-conversation'
import type { SearchStore } from '../search-store'
import { rowsOf, type ConversationsStore } from './conversations-store'
import { titleOf } from './conversation-title'
import { createUndo, type Removal, type Undo } from '../undo'

/** What a person does to conversations. Each shows at once, and is put right if main refuses. */
export interface ConversationActions {
  readonly undo: Undo
  open(id: ConversationId, item?: ItemId): Promise<void>
  continueConversation(id: ConversationId): Promise<void>
  rename(id: ConversationId, title: string): Promise<void>
  pin(id: ConversationId, pinned: boolean): Promise<void>
  remove(ids: readonly ConversationId[]): Promise<void>
  removeItem(conversation: ConversationId, item: ItemId): Promise<void>
}

interface Parts {
  readonly records: HistoryApi
  readonly ask: Ask
  readonly list: ConversationsStore
  readonly reader: OpenConversationStore
  readonly searching: SearchStore
  readonly choose: (action: ChoiceAction) => void
}

export function createConversationActions(parts: Parts, after: After): ConversationActions {
  const { records, ask, list, reader, searching, choose } = parts
  const undo = createUndo({ restore: (removal) => void restore(parts, removal), purge: () => void ask(records.purge()) }, after)
  /** Also when main refused: then the row shows again what is true. */
  const reread = (id: ConversationId) => Promise.all([list.changed(id), reader.reading.get().shown?.summary.id === id ? reader.changed() : undefined])
  return {
    undo,
    open: async (id, item) => {
      choose({ kind: 'only', id })
      await reader.open(id, item)
    },
    continueConversation: async (id) => void (await ask(records.continueConversation(id))),
    rename: async (id, title) => {
      await ask(records.rename(id, title))
      await reread(id)
    },
    pin: async (id, pinned) => {
      await ask(records.pin(id, pinned))
      await reread(id)
    },
    remove: async (ids) => {
      if (ids.length === 0) return
      const removal: Removal = { kind: 'conversations', conversations: ids, title: titleIn(parts, ids) }
      const open = readingId(reader.reading.get())
      list.hide(ids)
      choose({ kind: 'clear' })
      if (open !== null && ids.includes(open)) reader.close()
      undo.removed(removal)
      const { ok } = await ask(records.remove(ids))
      searching.again()
      if (ok) return
      undo.forget(removal)
      await list.reload()
    },
    removeItem: async (conversation, item) => {
      const placed = reader.hide(item)
      if (placed === null) return
      const removal: Removal = { kind: 'item', conversation, placed }
      undo.removed(removal)
      const { ok } = await ask(records.removeItem(conversation, item))
      if (!ok) {
        undo.forget(removal)
        reader.bringBack(conversation, placed)
      }
      await list.changed(conversation)
    },
  }
}

async function restore({ records, ask, list, reader, searching }: Parts, removal: Removal): Promise<void> {
  if (removal.kind === 'conversations') {
    await ask(records.restore(removal.conversations))
    await list.reload()
  } else {
    reader.bringBack(removal.conversation, removal.placed)
    const { ok } = await ask(records.restoreItem(removal.conversation, removal.placed.item.id))
    if (!ok) reader.hide(removal.placed.item.id)
    await list.changed(removal.conversation)
  }
  searching.again()
}

function titleIn({ list, reader }: Parts, ids: readonly ConversationId[]): string {
  const shown = reader.reading.get().shown?.summary
  const conversation = rowsOf(list.conversations.get()).rows.find(({ id }) => id === ids[0]) ?? (shown?.id === ids[0] ? shown : undefined)
  return conversation === undefined ? say('history.conversation') : titleOf(conversation)
}
