import { useCallback } from 'react'
import type { AssistantApi } from '../../../../../shared/ipc/apis/assistant-api'
import type { DeviceLists } from '../../../../../shared/audio/sound-settings'
import type { Levels } from '../../../../../shared/audio/levels'
import type { AssistantView } from '../../../../../shared/view'
import { say } from '../../../../../shared/words/say'
import { statusWordsOf } from '../../../words/status-words'
import type { OpenSettings } from '../../parts/cured-in-settings'
import { useTalkKeys } from '../use-talk-keys'
import { Capsule } from './capsule/capsule'
import { ConnectionNotice } from './connection-notice'
import { DockHint } from './dock-hint'
import { dockLookOf, withWriting } from './dock-look'
import { Foot } from './foot/foot'
import { useCountdown } from '../use-countdown'
import { useHold } from '../use-hold'
import { type Draft, useTextEntry } from './capsule/use-text-entry'
import { useWriting } from './use-writing'
import './dock.css'

interface DockProps extends Draft {
  readonly view: AssistantView
  readonly assistant: Pick<AssistantApi, 'press' | 'release' | 'cancel' | 'retryConnection' | 'setMode' | 'stopPlaying' | 'sendText' | 'attachImage' | 'detachImage' | 'changeSettings' | 'previewMicrophone' | 'hintSeen'>
  readonly levels: Levels
  readonly devices: DeviceLists
  readonly openSettings: OpenSettings
  /** The page above already says why there is no connection, or something newer. */
  readonly quiet: boolean
}

/** Speaking, writing and what comes of it: one line at the lower edge, which changes with whose turn it is. */
export function Dock({ view, assistant, levels, devices, openSettings, quiet, draft, setDraft }: DockProps) {
  const hold = useHold(assistant)
  const end = useCallback((by?: 'key') => {
    assistant.cancel(by)
    assistant.stopPlaying()
  }, [assistant])
  const stop = useCallback(() => end(), [end])
  useTalkKeys(hold, useCallback(() => end('key'), [end]))
  const counted = useCountdown(view)
  const words = statusWordsOf(counted)
  const asked = dockLookOf(words.status, view)
  const { writing, touch, settle } = useWriting(asked, draft)
  const entry = useTextEntry({ assistant, attachments: view.attachments, draft, setDraft, sent: settle })
  return (
    <section className="dock" aria-label={say('panel.talk')}>
      <p role="status" aria-live="polite" className="only-heard" data-testid="state-line" data-state={words.status}>
        {words.title}
        {words.status === 'failed' && ` ${words.detail}`}
      </p>
      {!quiet && <ConnectionNotice view={counted} retry={() => assistant.retryConnection()} openSettings={openSettings} />}
      <DockHint view={counted} words={words} assistant={assistant} />
      <Capsule look={withWriting(asked, writing, view.mode)} view={view} words={words} entry={entry} levels={levels} hold={hold} assistant={assistant} stop={stop} touch={touch} />
      <Foot view={view} devices={devices} levels={levels} assistant={assistant} />
    </section>
  )
}
