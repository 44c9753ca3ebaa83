import { useCallback } from 'react'
import type { AssistantApi } from '../../../../../shared/ipc/apis/assistant-api'
import type { Levels } from '../../../../../shared/audio/levels'
import type { AssistantView } from '../../../../../shared/view'
import { say } from '../../../../../shared/words/say'
import { statusWordsOf } from '../../../words/status-words'
import type { OpenSettings } from '../../parts/cured-in-settings'
import { StatusLine } from '../../parts/status-line'
import { StageControls } from './stage-controls'
import { TalkButton } from './talk-button'
import { useCountdown } from './use-countdown'
import { useHold } from './use-hold'
import { useTalkKeys } from '../use-talk-keys'
import { Waveform } from './waveform'
import './stage.css'

interface StageProps {
  readonly view: AssistantView
  readonly assistant: Pick<AssistantApi, 'press' | 'release' | 'cancel' | 'retryConnection' | 'setMode' | 'stopPlaying'>
  readonly levels: Levels
  readonly openSettings: OpenSettings
  /** The page above already says why there is no connection, and offers the way out. */
  readonly cured: boolean
}

const isTaking = ({ mode, phase }: AssistantView): boolean => mode === 'hold' && (phase === 'opening' || phase === 'listening')

/** The talk button, what goes through it, and what it says. */
export function Stage({ view, assistant, levels, openSettings, cured }: StageProps) {
  const hold = useHold(assistant)
  const cancel = useCallback(() => {
    assistant.cancel()
    assistant.stopPlaying()
  }, [assistant])
  useTalkKeys(hold, cancel)
  const words = statusWordsOf(useCountdown(view))
  const toggle = isTaking(view) ? assistant.release : assistant.press
  return (
    <section className="stage" aria-label={say('panel.talk')}>
      <div className="stage-button">
        <Waveform levels={levels} status={words.status} playingClip={view.playingClip !== null} />
        <TalkButton status={words.status} label={talkLabel(view)} hold={hold} toggle={toggle} />
      </div>
      <StatusLine words={cured ? { ...words, detail: '' } : words} />
      <StageControls view={view} assistant={assistant} stop={cancel} openSettings={openSettings} cured={cured} />
    </section>
  )
}

function talkLabel(view: AssistantView): string {
  if (view.mode === 'hands-free') return say(view.muted ? 'panel.unmute' : 'panel.mute')
  return say(isTaking(view) ? 'panel.let-go-to-send' : 'common.hold-to-talk')
}
