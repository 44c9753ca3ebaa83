import { useCallback } from 'react'
import type { AssistantApi } from '../../../../shared/ipc/assistant-api'
import type { AssistantView } from '../../../../shared/view'
import { canRetry, presenceOf } from '../../state/presence'
import { Button } from '../parts/button'
import { CURED_IN_SETTINGS } from '../parts/notice-bar'
import { StateLine } from '../parts/state-line'
import { TalkButton } from './talk-button'
import { useCountdown } from './use-countdown'
import { useHold } from './use-hold'
import { useTalkKeys } from './use-talk-keys'
import './stage.css'

interface StageProps {
  readonly view: AssistantView
  readonly assistant: Pick<AssistantApi, 'press' | 'release' | 'cancel' | 'retryConnection'>
  readonly openSettings: () => void
  /** The page above already offers the way out of a failed connection. */
  readonly cured: boolean
}

/** The talk button and what it says. */
export function Stage({ view, assistant, openSettings, cured }: StageProps) {
  const hold = useHold(assistant)
  const cancel = useCallback(() => assistant.cancel(), [assistant])
  useTalkKeys(hold, cancel)
  const presence = presenceOf(useCountdown(view))
  const toggle = isTaking(view) ? assistant.release : assistant.press
  return (
    <section className="stage" aria-label="Talk">
      <TalkButton face={presence.face} label={talkLabel(view)} hold={hold} toggle={toggle} />
      <StateLine presence={presence} />
      {canRetry(view) && !cured && <Cures view={view} retry={assistant.retryConnection} openSettings={openSettings} />}
    </section>
  )
}

const isTaking = ({ mode, phase }: AssistantView): boolean => mode === 'hold' && (phase === 'opening' || phase === 'listening')

function talkLabel(view: AssistantView): string {
  if (view.mode === 'hands-free') return view.muted ? 'Unmute the microphone' : 'Mute the microphone'
  return isTaking(view) ? 'Let go to send' : 'Hold to talk'
}

interface CuresProps {
  readonly view: AssistantView
  readonly retry: () => void
  readonly openSettings: () => void
}

function Cures({ view: { connection }, retry, openSettings }: CuresProps) {
  const inSettings = connection.state === 'failed' && CURED_IN_SETTINGS.has(connection.reason)
  return (
    <div className="cures">
      {inSettings && <Button look="main" onClick={openSettings}>Open Settings</Button>}
      <Button look={inSettings ? 'quiet' : 'main'} onClick={retry} data-testid="retry">
        {connection.state === 'waiting' ? 'Try now' : 'Try again'}
      </Button>
    </div>
  )
}
