import { type FocusEvent, type FormEvent, useRef, useState } from 'react'
import { errorWords } from '../../../../../shared/errors/error-words'
import type { SettingsApi } from '../../../../../shared/ipc/apis/settings-api'
import type { SecretPlace } from '../../../../../shared/view'
import { say } from '../../../../../shared/words/say'
import { type Key } from '../../../../../shared/words/keys'
import { Button } from '../../parts/controls/button'
import { Field } from '../../parts/controls/field'
import { useKeptFocus } from '../../parts/layers/use-kept-focus'
import { apiKey } from './checks'
import './secret-field.css'

interface SecretFieldProps {
  readonly place: SecretPlace
  readonly endpointName: string
  readonly assistant: Pick<SettingsApi, 'setSecret' | 'forgetSecret'>
}

const PLACE_WORDS = {
  'not-needed': 'settings.key-not-needed',
  none: 'settings.key-none',
  keychain: 'settings.key-in-keychain',
  'this-run': 'settings.key-this-run',
  environment: 'settings.key-environment',
} as const satisfies Readonly<Record<SecretPlace, Key>>

/** The key goes in and never comes back: the page can only ask where it is. */
export function SecretField({ place, endpointName, assistant }: SecretFieldProps) {
  const [replacing, setReplacing] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const label = say('settings.key-for', { server: endpointName })
  const enter = async (secret: string) => {
    const wrong = apiKey(secret)
    setProblem(wrong)
    if (wrong !== null) return false
    const answer = await assistant.setSecret(secret)
    setProblem(answer.ok ? null : errorWords(answer.error.tag))
    if (answer.ok) setReplacing(false)
    return answer.ok
  }
  const forget = async () => {
    const answer = await assistant.forgetSecret()
    setProblem(answer.ok ? null : errorWords(answer.error.tag))
  }
  const entering = place === 'none' || replacing
  const box = useRef<HTMLDivElement>(null)
  useKeptFocus(box, entering ? 'entry' : 'kept')
  return (
    <div ref={box} className="secret-field">
      {entering && <SecretEntry label={label} problem={problem} enter={enter} giveUp={replacing ? () => setReplacing(false) : null} />}
      {!entering && (
        <div className="field" data-testid="secret-place" data-place={place}>
          <span className="secret-label">{label}</span>
          <div className="secret-kept">
            <span>{say(PLACE_WORDS[place])}</span>
            <Button onClick={() => setReplacing(true)}>{say('settings.key-replace')}</Button>
            {place !== 'environment' && <Button onClick={() => void forget()}>{say('common.delete')}</Button>}
          </div>
          <p role="alert" className="field-problem">{problem}</p>
        </div>
      )}
    </div>
  )
}

interface SecretEntryProps {
  readonly label: string
  readonly problem: string | null
  /** True when the key was taken. */
  readonly enter: (secret: string) => Promise<boolean>
  readonly giveUp: (() => void) | null
}

function SecretEntry({ label, problem, enter, giveUp }: SecretEntryProps) {
  const [text, setText] = useState('')
  const handOver = async () => {
    if (text.trim() !== '' && (await enter(text.trim()))) setText('')
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void handOver()
  }
  /** Leaving the field keeps the key; leaving the window to copy the rest of it does not. */
  const left = (event: FocusEvent<HTMLFormElement>) => {
    if (document.hasFocus() && !event.currentTarget.contains(event.relatedTarget)) void handOver()
  }
  return (
    <form onSubmit={submit} onBlur={left}>
      <Field label={label} problem={problem} hint={say('settings.key-about')}>
        {(ids) => (
          <div className="secret-row">
            <input
              {...ids}
              type="password"
              name="secret"
              value={text}
              autoComplete="off"
              placeholder={say('common.paste-key')}
              onChange={(event) => setText(event.target.value)}
            />
            <Button look="main" onClick={() => void handOver()} disabled={text.trim() === ''}>{say('settings.key-use')}</Button>
            {giveUp !== null && <Button onClick={giveUp}>{say('settings.key-keep-old')}</Button>}
          </div>
        )}
      </Field>
    </form>
  )
}
