import type { FormEvent } from 'react'
import { isExposed } from '../../../../../shared/providers/loopback'
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
}

/** Address and key. What is pasted here goes to main once and never comes back. */
export function ServerForm({ kind, text, hasKey, problem, change, submit }: ServerFormProps) {
  const entered = (event: FormEvent) => {
    event.preventDefault()
    submit()
  }
  return (
    <form className="server-form" onSubmit={entered}>
      {kind === 'custom' && (
        <Field label="Address" problem={problem} hint={isExposed(text.url) ? 'ws:// is not encrypted: others on the network can hear you, and no key is kept for it or sent to it.' : undefined}>
          {(ids) => (
            <input {...ids} type="text" name="url" value={text.url} autoComplete="off" spellCheck={false} placeholder="wss://example.com/v1/realtime" onChange={(event) => change({ ...text, url: event.target.value })} />
          )}
        </Field>
      )}
      <Field problem={kind === 'openai' ? problem : null} label={kind === 'openai' ? 'API key' : 'API key, if it wants one'} hint={kind === 'openai' ? 'Made at platform.openai.com under “API keys”. Kept in the system keychain and sent to OpenAI only.' : 'Kept in the system keychain and sent to this server only.'}>
        {(ids) => (
          <input {...ids} type="password" name="secret" value={text.secret} autoComplete="off" placeholder={hasKey ? 'Leave empty to keep the one you have' : 'Paste the key'} onChange={(event) => change({ ...text, secret: event.target.value })} />
        )}
      </Field>
      <button type="submit" hidden />
    </form>
  )
}
