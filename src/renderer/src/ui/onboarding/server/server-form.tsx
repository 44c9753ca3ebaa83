import type { FormEvent } from 'react'
import { isExposed } from '../../../../../shared/providers/loopback'
import { say } from '../../../../../shared/words/say'
import { EXAMPLE_ADDRESS } from '../../settings/fields/checks'
import { Button } from '../../parts/controls/button'
import { Field } from '../../parts/controls/field'
import './server-form.css'

export interface ServerText {
  readonly url: string
  readonly secret: string
}

interface ServerFormProps {
  readonly kind: 'openai' | 'custom'
  readonly text: ServerText
  /** There is a key for this server already. */
  readonly hasKey: boolean
  readonly problem: string | null
  readonly change: (text: ServerText) => void
  readonly submit: () => void
  /** The page where OpenAI hands out keys. */
  readonly getKey: () => void
}

/** Address and key. What is pasted here goes to main once and never comes back. */
export function ServerForm({ kind, text, hasKey, problem, change, submit, getKey }: ServerFormProps) {
  const entered = (event: FormEvent) => {
    event.preventDefault()
    submit()
  }
  return (
    <form className="server-form" onSubmit={entered}>
      {kind === 'custom' && (
        <Field label={say('common.address')} problem={problem} hint={isExposed(text.url) ? say('settings.address-exposed') : undefined}>
          {(ids) => (
            <input {...ids} type="text" name="url" value={text.url} autoComplete="off" spellCheck={false} placeholder={EXAMPLE_ADDRESS} onChange={(event) => change({ ...text, url: event.target.value })} />
          )}
        </Field>
      )}
      {kind === 'openai' && <Button look="plain" icon="leave" onClick={getKey} data-testid="get-key">{say('first-run.get-key')}</Button>}
      <Field problem={kind === 'openai' ? problem : null} label={say(kind === 'openai' ? 'common.api-key' : 'first-run.key-optional')} hint={say(kind === 'openai' ? 'first-run.key-open-ai-about' : 'first-run.key-other-about')}>
        {(ids) => (
          <input {...ids} type="password" name="secret" value={text.secret} autoComplete="off" placeholder={say(hasKey ? 'first-run.key-kept' : 'common.paste-key')} onChange={(event) => change({ ...text, secret: event.target.value })} />
        )}
      </Field>
      <button type="submit" hidden />
    </form>
  )
}
