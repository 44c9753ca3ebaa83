import { say } from '../../../../shared/words/say'
import { type Key } from '../../../../shared/words/keys'
import { Icon, type IconName } from '../parts/icon'
import { StepFrame, type StepMoves } from './step-frame'
import './welcome-step.css'

const PROMISES = [
  ['microphone', 'firstRun.promiseMicrophone'],
  ['server', 'firstRun.promiseServer'],
  ['shield', 'firstRun.promisePrivacy'],
] as const satisfies readonly (readonly [IconName, Key])[]

export function WelcomeStep({ moves }: { readonly moves: StepMoves }) {
  return (
    <StepFrame moves={moves} title={say('firstRun.welcome')} main={{ words: say('firstRun.begin'), press: moves.next }}>
      <p className="first-lead">{say('firstRun.welcomeAbout')}</p>
      <ul className="promises">
        {PROMISES.map(([icon, key]) => (
          <li key={icon}>
            <Icon name={icon} />
            <span>{say(key)}</span>
          </li>
        ))}
      </ul>
      <p className="first-note">{say('firstRun.welcomeNote')}</p>
    </StepFrame>
  )
}
