import { characterStart, firstCharacters } from '../../../../shared/text/characters'
import type { ConversationItem, TextPart } from '../../../../shared/conversation'

/** As much text as a page can lay out at once without standing still; the rest is asked for. */
export const SHOWN_CHARS = 256 * 1_024
/** Nobody reads the arguments of a call to their end. */
const SHOWN_TOOL_CHARS = 2_000

/** The piece of a text that begins at `from`. */
export function textPart(text: string, from: number): TextPart {
  const end = characterStart(text, from + SHOWN_CHARS)
  return { text: text.slice(from, end), more: end < text.length }
}

/** What a page is given of an item. The item itself where nothing is too long. */
export function shownPart<Item extends ConversationItem>(item: Item): Item {
  const tool = item.tool === undefined ? undefined : shortCall(item.tool)
  if (item.text.length <= SHOWN_CHARS && tool === item.tool) return item
  const { text, more } = textPart(item.text, 0)
  return { ...item, text, ...(more ? { more } : {}), ...(tool === undefined ? {} : { tool }) }
}

const short = (text: string): string => (text.length <= SHOWN_TOOL_CHARS ? text : `${firstCharacters(text, SHOWN_TOOL_CHARS - 1)}…`)

function shortCall(tool: NonNullable<ConversationItem['tool']>): NonNullable<ConversationItem['tool']> {
  const { callId, name, arguments: args, output } = tool
  if ([callId, name, args, output ?? ''].every((text) => text.length <= SHOWN_TOOL_CHARS)) return tool
  return { callId: short(callId), name: short(name), arguments: short(args), output: output === null ? null : short(output) }
}

/**
 * The same answer for the same item, because what changed is found by reference. An item that grows beyond what is shown of it looks
 * as before: its text is not put together anew for each word.
 */
export function createShownParts(): (item: ConversationItem) => ConversationItem {
  const known = new WeakMap<ConversationItem, ConversationItem>()
  let inProgress: ConversationItem | null = null
  return (item) => {
    const same = known.get(item)
    if (same !== undefined) return same
    const grewOn = inProgress !== null && inProgress.id === item.id && item.status === 'in-progress' && item.text.length > SHOWN_CHARS
    const part = grewOn && inProgress !== null ? inProgress : shownPart(item)
    if (part.more === true && item.status === 'in-progress') inProgress = part
    known.set(item, part)
    return part
  }
}
