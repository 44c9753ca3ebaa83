import { Icon, type IconName } from '../parts/icon'
import { StepFrame, type StepMoves } from './step-frame'
import './welcome-step.css'

const PROMISES: readonly (readonly [IconName, string])[] = [
  ['microphone', 'The microphone opens when you press the key, and is let go soon after.'],
  ['server', 'You choose who answers: practice on this computer, OpenAI, or a server of your own.'],
  ['shield', 'Parley keeps your conversations on this computer only, for as long as you like.'],
]

export function WelcomeStep({ moves }: { readonly moves: StepMoves }) {
  return (
    <StepFrame moves={moves} title="Welcome to Parley" main={{ words: 'Begin', press: moves.next }}>
      <p className="first-lead">Hold a key anywhere, speak, let go, hear the answer.</p>
      <ul className="promises">
        {PROMISES.map(([icon, words]) => (
          <li key={icon}>
            <Icon name={icon} />
            <span>{words}</span>
          </li>
        ))}
      </ul>
      <p className="first-note">Four short steps. You can skip any of them, and find all of it again in Settings.</p>
    </StepFrame>
  )
}
