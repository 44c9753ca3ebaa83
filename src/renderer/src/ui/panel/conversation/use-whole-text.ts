import { useState } from 'react'
import type { ConversationItem, TextPart } from '../../../../../shared/conversation'
import type { ItemId } from '../../../../../shared/ids'

/** Fetches what stands behind the first `from` characters of a text of which only a part is here; null: it cannot be had. */
export type FetchText = (item: ItemId, from: number) => Promise<TextPart | null>

interface WholeText {
  readonly text: string
  readonly more: boolean
  readonly show: () => void
}

/** Of a text that is too long to draw at once the rest comes by pieces, as it is asked for. */
export function useWholeText(item: ConversationItem, fetchText: FetchText | undefined): WholeText {
  const [behind, setBehind] = useState<TextPart | null>(null)
  const text = behind === null ? item.text : item.text + behind.text
  const more = fetchText !== undefined && (behind ?? { more: item.more === true }).more
  const show = () => {
    void fetchText?.(item.id, text.length).then((part) => {
      if (part !== null) setBehind((before) => ({ text: (before?.text ?? '') + part.text, more: part.more }))
    })
  }
  return { text, more, show }
}
