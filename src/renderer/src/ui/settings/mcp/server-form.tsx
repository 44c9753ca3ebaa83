import { useState } from 'react'
import type { ServerForm as Form } from '../../../../../shared/ipc/mcp'
import type { ServerConfig } from '../../../../../shared/mcp/servers'
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

const KINDS = [{ value: 'stdio', words: 'A program here' }, { value: 'http', words: 'A web address' }] as const

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
      <Text label="Name" name="label" value={draft.label} hint="At most 20 letters, digits and hyphens. It stands before the names of its tools." change={(label) => change({ label })} />
      {config === null && <Segments name="server-kind" label="What it is" value={draft.kind} segments={KINDS} choose={(kind) => change({ kind })} />}
      {draft.kind === 'stdio'
        ? (
          <>
            <Text label="Command" name="command" value={draft.command} change={(command) => change({ command })} />
            <Field label="Arguments" hint="One a line.">
              {(ids) => <textarea {...ids} name="args" rows={3} value={draft.args} spellCheck={false} onChange={(event) => change({ args: event.target.value })} data-testid="form-args" />}
            </Field>
            <Text label="Folder" name="cwd" value={draft.cwd} hint="Empty: your home." change={(cwd) => change({ cwd })} />
          </>
        )
        : (
          <>
            <Text label="Address" name="url" value={draft.url} hint="https://, or http://127.0.0.1 on this computer." change={(url) => change({ url })} />
            <Text label="Client ID" name="client-id" value={draft.clientId} hint="Only if its makers gave you one for signing in. The address to come back to is http://127.0.0.1/signed-in, with any port." change={(clientId) => change({ clientId })} />
          </>
        )}
      <ValueRows what={draft.kind === 'stdio' ? 'Variable' : 'Header'} rows={draft.values} kept={config !== null} change={(values) => change({ values })} />
      <p role="alert" className="field-problem" data-testid="form-problem">{problem}</p>
      <div className="server-actions">
        <Button look="main" onClick={() => void keep()} data-testid="save-server">{config === null ? 'Add it, switched off' : 'Save'}</Button>
        <Button onClick={done}>Cancel</Button>
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
