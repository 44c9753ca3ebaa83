import { useState } from 'react'
import type { ServerForm as Form } from '../../../../../shared/ipc/mcp'
import type { ServerConfig } from '../../../../../shared/mcp/servers'
import { CALLBACK_PATH } from '../../../../../shared/mcp/setup'
import { say } from '../../../../../shared/words/say'
import { Button } from '../../parts/controls/button'
import { Field } from '../../parts/controls/field'
import { Segments } from '../../parts/controls/segments'
import { type Draft, draftOf, formOf } from './server-form-draft'
import { ValueRows } from './value-rows'

interface ServerFormProps {
  /** Null: a new one. */
  readonly config: ServerConfig | null
  readonly save: (form: Form) => Promise<string | null>
  readonly done: () => void
}

const kinds = () => [{ value: 'stdio', words: say('servers.kind-program') }, { value: 'http', words: say('servers.kind-address') }] as const

/** A server by hand. What is wrong with it has a sentence, and what was typed stays. */
export function ServerForm({ config, save, done }: ServerFormProps) {
  const [draft, setDraft] = useState(() => draftOf(config))
  const [problem, setProblem] = useState<string | null>(null)
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const keep = async () => {
    const refusal = await save(formOf(draft))
    setProblem(refusal)
    if (refusal === null) done()
  }
  return (
    <div className="server-form" data-testid="server-form">
      <Text label={say('common.name')} name="label" value={draft.label} hint={say('servers.name-about')} change={(label) => change({ label })} />
      {config === null && <Segments name="server-kind" label={say('servers.kind')} value={draft.kind} segments={kinds()} choose={(kind) => change({ kind })} />}
      {draft.kind === 'stdio'
        ? (
          <>
            <Text label={say('servers.command')} name="command" value={draft.command} change={(command) => change({ command })} />
            <Field label={say('servers.arguments')} hint={say('servers.arguments-about')}>
              {(ids) => <textarea {...ids} name="args" rows={3} value={draft.args} spellCheck={false} onChange={(event) => change({ args: event.target.value })} data-testid="form-args" />}
            </Field>
            <Text label={say('servers.folder')} name="cwd" value={draft.cwd} hint={say('servers.folder-about')} change={(cwd) => change({ cwd })} />
          </>
        )
        : (
          <>
            <Text label={say('common.address')} name="url" value={draft.url} hint={say('servers.address-about')} change={(url) => change({ url })} />
            <Text label={say('servers.client-id')} name="client-id" value={draft.clientId} hint={say('servers.client-id-about', { address: `http://127.0.0.1${CALLBACK_PATH}` })} change={(clientId) => change({ clientId })} />
          </>
        )}
      <ValueRows what={draft.kind === 'stdio' ? 'variable' : 'header'} rows={draft.values} kept={config !== null} change={(values) => change({ values })} />
      <p role="alert" className="field-problem" data-testid="form-problem">{problem}</p>
      <div className="server-actions">
        <Button look="main" onClick={() => void keep()} data-testid="save-server">{say(config === null ? 'servers.add-off' : 'common.save')}</Button>
        <Button onClick={done}>{say('common.cancel')}</Button>
      </div>
    </div>
  )
}

interface TextProps {
  readonly label: string
  readonly name: string
  readonly value: string
  readonly hint?: string
  readonly change: (value: string) => void
}

function Text({ label, name, value, hint, change }: TextProps) {
  return (
    <Field label={label} hint={hint}>
      {(ids) => <input {...ids} type="text" name={name} value={value} autoComplete="off" spellCheck={false} onChange={(event) => change(event.target.value)} data-testid={`form-${name}`} />}
    </Field>
  )
}
