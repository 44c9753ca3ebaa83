import type { ConversationItem } from '../../../../../shared/conversation'
import { say } from '../../../../../shared/words/say'
import { Button } from '../../parts/controls/button'
import { type FetchText, useWholeText } from './use-whole-text'

interface WordsProps {
  readonly item: ConversationItem
  readonly fetchText: FetchText | undefined
}

/** What the person said or typed, as it is. */
export function Words({ item, fetchText }: WordsProps) {
  const { text, more, show } = useWholeText(item, fetchText)
  return (
    <>
      <p className="bubble" dir="auto"><span data-heard="true">{text}</span></p>
      {more && <Button look="plain" onClick={show} data-testid="show-more">{say('common.show-more')}</Button>}
    </>
  )
}
