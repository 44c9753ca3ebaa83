import { errorWords } from '../../../../../shared/errors/error-words'
import type { AssistantApi } from '../../../../../shared/ipc/apis/assistant-api'
import type { DeviceLists } from '../../../../../shared/audio/sound-settings'
import type { AssistantView } from '../../../../../shared/view'
import { say } from '../../../../../shared/words/say'
import type { ItemList } from '../../../state/panel/item-list'
import type { ReadonlyStore } from '../../../store/store'
import { Button } from '../../parts/controls/button'
import { Icon } from '../../parts/icon'
import { saveWith } from '../../settings/fields/save'
import type { MicrophonePreview } from './microphone-preview'
import { PreviewMeter } from './preview-meter'
import { MicrophoneField } from './microphone-field'
import { StepFrame, type StepMoves } from '../step-frame'
import { TalkPad } from '../talk-pad'
import { type PreviewState, useMicrophonePreview } from './use-microphone-preview'
import { useHeardAnswer } from '../use-heard-answer'
import './microphone-step.css'

interface MicrophoneStepProps {
  readonly moves: StepMoves
  readonly view: AssistantView
  readonly items: ItemList
  readonly preview: MicrophonePreview
  readonly devices: ReadonlyStore<DeviceLists>
  readonly assistant: Pick<AssistantApi, 'updateSettings' | 'press' | 'release' | 'cancel'>
  readonly openSettings: () => void
}

/** It is open while this is in sight. Whoever was chosen to answer, here it is practice, which plays back. */
export function MicrophoneStep({ moves, view, items, preview, devices, assistant, openSettings }: MicrophoneStepProps) {
  const { microphone } = view.settings
  const { state, openAgain } = useMicrophonePreview(preview, microphone)
  const heard = useHeardAnswer(view, items)
  return (
    <StepFrame moves={moves} title={say('first-run.microphone')} main={{ words: say('common.continue'), press: moves.next }} busy={view.phase !== 'idle'}>
      <MicrophoneField chosen={microphone} devices={devices} save={saveWith(assistant)} />
      <PreviewMeter preview={preview} />
      <PreviewWords state={state} openAgain={openAgain} />
      <div className="first-push" />
      <HeardWords heard={heard} openSettings={openSettings} />
      <TalkPad view={view} assistant={assistant} />
    </StepFrame>
  )
}

function HeardWords({ heard, openSettings }: { readonly heard: boolean; readonly openSettings: () => void }) {
  return (
    <div role="status" className="heard-words" data-testid="microphone-heard" data-heard={heard}>
      <p>{heard ? <><Icon name="check" /> {say('first-run.was-you')}</> : say('first-run.say-and-hear')}</p>
      {heard
        ? <p className="first-note">{say('first-run.heard-nothing')} <Button look="plain" onClick={openSettings}>{say('first-run.choose-speaker')}</Button></p>
        : <p className="first-note">{say('first-run.say-and-hear-note')}</p>}
    </div>
  )
}

function PreviewWords({ state, openAgain }: { readonly state: PreviewState; readonly openAgain: () => void }) {
  const again = state !== 'opening' && state !== 'hears' && state !== 'silent'
  return (
    <div role="status" aria-live="polite" className="preview-words" data-testid="preview-words" data-state={state}>
      <p>{previewWords(state)}</p>
      {again && <Button onClick={openAgain}>{say('common.try-again')}</Button>}
    </div>
  )
}

function previewWords(state: PreviewState): string {
  switch (state) {
    case 'opening':
      return say('first-run.preview-opening')
    case 'hears':
      return say('first-run.preview-hears')
    case 'silent':
      return say('first-run.preview-silent')
    case 'closed':
      return say('first-run.preview-closed')
    default:
      return errorWords(state)
  }
}
