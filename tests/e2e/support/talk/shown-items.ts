import type { ConversationItem } from '../../../../src/shared/conversation'
import type { ItemsPatch } from '../../../../src/shared/view'
import type { App } from '../app/app'

declare global {
  interface Window {
    /** Put into the page by `followShown`. */
    readonly noteShown?: (patch: ItemsPatch) => void
  }
}

/** What the panel has shown, kept outside of the app so that it outlives it. */
export interface ShownItems {
  /** As they were last shown; those that were taken away one by one are not among them. */
  finished(): readonly ConversationItem[]
}

/** Follows what main pushes to the panel: an item counts as shown as soon as the page has it, before it is painted. */
export async function followShown({ page }: App): Promise<ShownItems> {
  const known = new Map<string, ConversationItem>()
  const former: ConversationItem[] = []
  await page.exposeFunction('noteShown', ({ upserts, order }: ItemsPatch) => {
    for (const item of upserts) known.set(item.id, item)
    if (order === null) return
    const gone = [...known.values()].filter(({ id }) => !order.includes(id))
    // Another conversation: the one before is not taken back, only out of sight.
    if (gone.length === known.size) former.push(...gone)
    for (const { id } of gone) known.delete(id)
  })
  await page.evaluate(() => { window.assistant.onItems((patch) => window.noteShown?.(patch)) })
  return { finished: () => [...former, ...known.values()].filter(({ status }) => status !== 'in-progress') }
}
