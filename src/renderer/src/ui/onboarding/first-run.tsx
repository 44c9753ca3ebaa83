import type { AssistantApi } from '../../../../shared/ipc/apis/assistant-api'
import { stepAfter, stepBefore } from '../../../../shared/onboarding'
import type { FirstStep, Onboarding } from '../../../../shared/settings'
import type { DeviceLists } from '../../../../shared/audio/sound-settings'
import type { AssistantView } from '../../../../shared/view'
import type { ItemList } from '../../state/panel/item-list'
import type { ReadonlyStore } from '../../store/store'
import { NoticeBar } from '../parts/notice-bar'
import type { MicrophonePreview } from './microphone/microphone-preview'
import { KeyStep } from './key-step'
import { MicrophoneStep } from './microphone/microphone-step'
import { ServerStep } from './server/server-step'
import type { StepMoves } from './step-frame'
import { TalkStep } from './talk-step'
import { WelcomeStep } from './welcome-step'
import './first-run.css'

/** What the first steps need of the page's sound. */
export interface FirstRunSound {
  readonly preview: MicrophonePreview
  readonly devices: ReadonlyStore<DeviceLists>
}

interface FirstRunProps {
  readonly step: FirstStep
  readonly go: (step: Onboarding) => void
  readonly view: AssistantView
  readonly items: ItemList
  readonly sound: FirstRunSound
  readonly assistant: AssistantApi
}

/** From nothing to a first answer. */
export function FirstRun(props: FirstRunProps) {
  return (
    <div className="first-page">
      <Step {...props} moves={movesFrom(props.step, props.go)} />
      <NoticeBar notice={props.view.notice} dismiss={props.assistant.dismissNotice} />
    </div>
  )
}

function movesFrom(step: FirstStep, go: (step: Onboarding) => void): StepMoves {
  const before = stepBefore(step)
  return { step, back: before === null ? null : () => go(before), next: () => go(stepAfter(step)), leave: () => go('done') }
}

function Step({ step, moves, view, items, sound, assistant }: FirstRunProps & { readonly moves: StepMoves }) {
  switch (step) {
    case 'welcome':
      return <WelcomeStep moves={moves} />
    case 'server':
      return <ServerStep moves={moves} view={view} assistant={assistant} />
    case 'microphone':
      return <MicrophoneStep moves={moves} view={view} items={items} {...sound} assistant={assistant} openSettings={() => assistant.openSettings('audio')} />
    case 'key':
      return <KeyStep moves={moves} view={view} assistant={assistant} />
    case 'talk':
      return <TalkStep moves={moves} view={view} items={items} assistant={assistant} />
  }
}
