import { assertNever } from '../../../../shared/assert'
import type { ConversationId } from '../../../../shared/ids'
import type { PlacedItem } from '../../../../shared/ipc/history'
import { say } from '../../../../shared/words/say'
import type { After } from './after'
import { createStore, type ReadonlyStore } from '../../store/store'

/** What was taken away, and can come back until it is purged. */
export type Removal =
  | { readonly kind: 'conversations'; readonly conversations: readonly ConversationId[]; readonly title: string }
  | { readonly kind: 'item'; readonly conversation: ConversationId; readonly placed: PlacedItem }

export interface Undo {
  /** Oldest first; the last is undone first. */
  readonly removals: ReadonlyStore<readonly Removal[]>
  removed(removal: Removal): void
  undo(): void
  /** What main refused to remove is no removal. */
  forget(removal: Removal): void
  clear(): void
}

/** How long what was removed can be brought back; each removal begins it anew, since `purge` takes them all. */
export const UNDO_MS = 10_000

interface Actions {
  readonly restore: (removal: Removal) => void
  readonly purge: () => void
}

export function createUndo(actions: Actions, after: After): Undo {
  const removals = createStore<readonly Removal[]>([])
  let cancel = () => {}
  const expire = () => {
    removals.set([])
    actions.purge()
  }
  const show = (next: readonly Removal[]) => {
    cancel()
    removals.set(next)
    cancel = next.length === 0 ? () => {} : after(UNDO_MS, expire)
  }
  return {
    removals,
    removed: (removal) => show([...removals.get(), removal]),
    undo: () => {
      const last = removals.get().at(-1)
      if (last === undefined) return
      show(removals.get().slice(0, -1))
      actions.restore(last)
    },
    forget: (removal) => show(removals.get().filter((each) => each !== removal)),
    clear: () => show([]),
  }
}

export function removalWords(removal: Removal): string {
  switch (removal.kind) {
    case 'item':
      return say('history.message-deleted')
    case 'conversations':
      return removal.conversations.length === 1 ? say('history.deleted-title', { title: removal.title }) : say('history.deleted-many', { count: removal.conversations.length })
    default:
      return assertNever(removal)
  }
}
