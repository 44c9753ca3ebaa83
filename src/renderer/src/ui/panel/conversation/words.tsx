import { useState } from 'react'
import type { ConversationItem, TextPart } from '../../../../../shared/conversation'
import type { ItemId } from '../../../../../shared/ids'
import { heardParts } from '../../../../../shared/audio/heard'
import { say } from '../../../../../shared/words/say'
import { Button } from '../../parts/controls/button'

export type FetchText = (item: ItemId, from: number) => Promise<TextPart | null>

interface WordsProps {
  readonly item: ConversationItem
  readonly fetchText?: FetchText
}

/** What was said. Of a text that is too long to draw at once the rest comes by pieces, as it is asked for. */
export function Words({ item, fetchText }: WordsProps) {
  const { text, more, show } = useWholeText(item, fetchText)
  const { heard, unheard } = heardParts({ text, heardChars: item.heardChars })
  return (
    <>
      <p className="bubble">
        {heard !== '' && <span data-heard="true">{heard}</span>}
        {unheard !== '' && (
          <>
            <span className="only-heard">{say('panel.unheard-from-here')}</span>
            <span className="unheard" data-heard="false">{unheard}</span>
          </>
        )}
      </p>
      {more && <Button look="plain" onClick={show} data-testid="show-more">{say('common.show-more')}</Button>}
    </>
  )
}

function useWholeText(item: ConversationItem, fetchText: FetchText | undefined) {
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
