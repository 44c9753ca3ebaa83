import { useCallback } from 'react'
import type { AssistantApi } from '../../../../shared/ipc/apis/assistant-api'
import type { AssistantView } from '../../../../shared/view'
import { say } from '../../../../shared/words/say'
import { statusWordsOf } from '../../words/status-words'
import { StatusLine } from '../parts/status-line'
import { TalkButton } from './talk-button'
import { useCountdown } from '../panel/use-countdown'
import { useHold } from '../panel/use-hold'
import { useTalkKeys } from '../panel/use-talk-keys'
import './talk-pad.css'

interface TalkPadProps {
  readonly view: AssistantView
  readonly assistant: Pick<AssistantApi, 'press' | 'release' | 'cancel'>
}

/** The talk button as in the panel: held with the pointer, with Space, or anywhere with the talk key. */
export function TalkPad({ view, assistant }: TalkPadProps) {
  const hold = useHold(assistant)
  const cancel = useCallback(() => assistant.cancel('key'), [assistant])
  useTalkKeys(hold, cancel)
  const words = statusWordsOf(useCountdown(view))
  const taking = view.phase === 'opening' || view.phase === 'listening'
  return (
    <section className="talk-pad" aria-label={say('panel.talk')}>
      <TalkButton status={words.status} label={say(taking ? 'panel.let-go-to-send' : 'common.hold-to-talk')} hold={hold} toggle={taking ? assistant.release : assistant.press} />
      <StatusLine words={words} />
    </section>
  )
}
