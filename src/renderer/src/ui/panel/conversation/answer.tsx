import { type ReactNode, useState } from 'react'
import type { ConversationItem } from '../../../../../shared/conversation'
import { heardParts } from '../../../../../shared/audio/heard'
import { say } from '../../../../../shared/words/say'
import { Button } from '../../parts/controls/button'
import { Leaf } from '../../parts/markdown/leaf'
import { Markdown } from '../../parts/markdown/markdown'
import { useBlocks } from '../../parts/markdown/use-blocks'
import { type FetchText, useWholeText } from './use-whole-text'

/** Longer texts are drawn as they are: nobody reads them to their end, and every page shall answer at once. */
const MOST_FORMATTED_CHARS = 64 * 1_024

interface AnswerProps {
  readonly item: ConversationItem
  readonly fetchText: FetchText | undefined
  /** What stands where the person interrupted. */
  readonly cut: ReactNode
}

/** What the assistant said, on the page without a box. */
export function Answer({ item, fetchText, cut }: AnswerProps) {
  const { text, more, show } = useWholeText(item, fetchText)
  const [wished, setWished] = useState(false)
  const isLong = text.length > MOST_FORMATTED_CHARS
  const { heard, unheard } = heardParts({ text, heardChars: item.heardChars })
  const Body = isLong && !wished ? Plain : Formatted
  const body = { text, grows: item.status === 'in-progress' }
  return (
    <>
      <div className="bubble">
        {unheard.trim() === '' && <div className="said" data-heard="true"><Body {...body} /></div>}
        {unheard.trim() !== '' && (
          <>
            {heard !== '' && <div className="said" data-heard="true"><Body {...body} to={heard.length} /></div>}
            {cut}
            <div className="said pencil" data-heard="false"><Body {...body} from={heard.length} /></div>
          </>
        )}
      </div>
      {isLong && !wished && <Button look="plain" onClick={() => setWished(true)} data-testid="show-formatting">{say('answers.formatting')}</Button>}
      {more && <Button look="plain" onClick={show} data-testid="show-more">{say('common.show-more')}</Button>}
    </>
  )
}

interface BodyProps {
  readonly text: string
  readonly grows: boolean
  readonly from?: number
  readonly to?: number
}

function Formatted({ text, grows, ...sides }: BodyProps) {
  return <Markdown blocks={useBlocks(text, grows)} {...sides} />
}

function Plain({ text, from = 0, to = text.length }: BodyProps) {
  return <p className="raw"><Leaf text={text.slice(from, to)} from={from} to={to} /></p>
}
