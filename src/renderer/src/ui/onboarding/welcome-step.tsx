import { say } from '../../../../shared/words/say'
import { type Key } from '../../../../shared/words/keys'
import { Icon, type IconName } from '../parts/icon'
import { StepFrame, type StepMoves } from './step-frame'
import './welcome-step.css'

const PROMISES = [
  ['microphone', 'first-run.promise-microphone'],
  ['server', 'first-run.promise-server'],
  ['shield', 'first-run.promise-privacy'],
] as const satisfies readonly (readonly [IconName, Key])[]

export function WelcomeStep({ moves }: { readonly moves: StepMoves }) {
  return (
    <StepFrame moves={moves} title={say('first-run.welcome')} main={{ words: say('first-run.begin'), press: moves.next }}>
      <p className="first-lead">{say('first-run.welcome-about')}</p>
      <ul className="promises">
        {PROMISES.map(([icon, key]) => (
          <li key={icon}>
            <Icon name={icon} />
            <span>{say(key)}</span>
          </li>
        ))}
      </ul>
      <p className="first-note">{say('first-run.welcome-note')}</p>
    </StepFrame>
  )
}
