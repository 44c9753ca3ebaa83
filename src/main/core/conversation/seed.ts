import type { ConversationItem } from '../../../shared/conversation'
import { type ClientEvent, createAssistantText, createUserText } from '../realtime/client-event'

/** About 3,000 tokens of text: enough to go on with, little enough to cost nothing worth naming. */
export const SEED_BUDGET_CHARS = 12_000
/** Longer ids of ours are refused (reference §5.9). */
const MAX_ID_CHARS = 32

/**
 * What a new session is told of the old one: there is no resume (reference §5.11). Newest items first until the budget is
 * used up, then in their order. The assistant's words are those that were heard; nothing unfinished, nothing failed.
 * Items keep their id, so that what the server echoes is already on the screen.
 */
export function seedEvents(items: readonly ConversationItem[], budgetChars: number = SEED_BUDGET_CHARS): readonly ClientEvent[] {
  const events: ClientEvent[] = []
  let left = budgetChars
  for (const item of items.toReversed()) {
    const text = knownText(item)
    if (text === '' || item.id.length > MAX_ID_CHARS) continue
    if (text.length > left) break
    left -= text.length
    events.unshift(item.role === 'user' ? createUserText(item.id, text) : createAssistantText(item.id, text))
  }
  return events
}

/** What both sides can agree on having been said. */
function knownText({ role, status, text, heardChars }: ConversationItem): string {
  if (status === 'failed' || status === 'growing') return ''
  return (role === 'assistant' && heardChars !== null ? text.slice(0, heardChars) : text).trim()
}
