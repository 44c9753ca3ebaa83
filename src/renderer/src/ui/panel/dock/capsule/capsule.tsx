import { type FormEvent, useRef } from 'react'
import type { AssistantApi } from '../../../../../../shared/ipc/apis/assistant-api'
import type { Levels } from '../../../../../../shared/audio/levels'
import type { AssistantView } from '../../../../../../shared/view'
import { say } from '../../../../../../shared/words/say'
import type { Hold } from '../../../../state/panel/hold'
import type { StatusWords } from '../../../../words/status-words'
import { AttachButton, Attachments } from '../../entry/attachments'
import { DropTarget } from '../../entry/drop-target'
import { IconButton } from '../../../parts/controls/button'
import { type DockLook, isBusy, primaryLookOf } from '../dock-look'
import { placeholderOf, primaryWords, talkSign } from './capsule-words'
import { Flood } from './flood'
import { MessageField } from './message-field'
import { OwnTurn } from './own-turn'
import { PrimaryButton } from './primary-button'
import type { TextEntry } from './use-text-entry'
import { useTypedAway } from './use-typed-away'
import { VoiceControls } from './voice-controls'
import './capsule.css'

interface CapsuleProps {
  readonly look: DockLook
  readonly view: AssistantView
  readonly words: StatusWords
  readonly entry: TextEntry
  readonly levels: Levels
  readonly hold: Hold
  readonly assistant: Pick<AssistantApi, 'press' | 'release' | 'changeSettings'>
  readonly stop: () => void
  readonly touch: () => void
}

/** The one place to speak, to write and to stop. */
export function Capsule({ look, view, words, entry, levels, hold, assistant, stop, touch }: CapsuleProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  useTypedAway(field)
  const handsFree = view.mode === 'hands-free'
  const primary = primaryLookOf(look, { mode: view.mode, hasText: entry.text.trim() !== '' })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    entry.send()
  }
  return (
    <form onSubmit={submit}>
      <DropTarget add={entry.images.add} />
      <Attachments images={entry.images} home={() => field.current?.focus()} />
      <div className="capsule" data-look={look} data-private={view.private} data-testid="capsule">
        {look === 'idle' && <AttachButton add={entry.images.add} />}
        <MessageField field={field} entry={entry} placeholder={placeholderOf(words.status)} reachable={look !== 'flood' || handsFree} touch={touch} />
        {look === 'idle' && <IdleActs entry={entry} primary={primary} busy={isBusy(view)} stop={stop} />}
        {look === 'flood' && <Flood levels={levels} status={words.status} handsFree={handsFree} discard={stop} />}
        {look === 'own' && <OwnTurn words={words} levels={levels} />}
        {look === 'own' && words.status === 'speaking' && !view.settings.captionsOnly && <VoiceControls settings={view.settings} changeSettings={assistant.changeSettings} />}
        {look === 'own' && handsFree && <IconButton icon={view.muted ? 'microphone-off' : 'microphone'} label={say(view.muted ? 'panel.unmute' : 'panel.mute')} onClick={() => assistant.press()} data-testid="mute" />}
        <PrimaryButton
          look={primary}
          {...primaryWords(primary, view)}
          status={words.status}
          sign={talkSign(words.status, look, view)}
          quiet={words.status === 'asking'}
          talks={!handsFree || primary === 'talk'}
          hold={hold}
          acts={{ talk: assistant.press, send: assistant.release, submit: entry.send, stop }}
        />
      </div>
      <p role="alert" className="text-problem">{entry.problem}</p>
    </form>
  )
}

interface IdleActsProps {
  readonly entry: TextEntry
  readonly primary: string
  readonly busy: boolean
  readonly stop: () => void
}

/** Images can go without a word; and what sounds or thinks while somebody writes can be ended. */
function IdleActs({ entry, primary, busy, stop }: IdleActsProps) {
  const imagesOnly = primary !== 'submit' && (entry.images.list.length > 0 || entry.images.coming > 0)
  return (
    <>
      {busy && <IconButton icon="stop" filled label={say('common.stop')} onClick={stop} data-testid="stop" />}
      {imagesOnly && <IconButton icon="up" label={say('common.send')} disabled={!entry.sendable} onClick={entry.send} data-testid="send-text" />}
    </>
  )
}
