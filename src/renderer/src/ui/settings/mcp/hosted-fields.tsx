import { useCallback, useEffect, useState } from 'react'
import type { Answered } from '../../../../../shared/ipc/channel'
import type { SettingsApi } from '../../../../../shared/ipc/apis/settings-api'
import type { HostedForm, HostedList, ListedHosted } from '../../../../../shared/mcp/hosted'
import { say } from '../../../../../shared/words/say'
import { errorWords } from '../../../../../shared/errors/error-words'
import { hostedPhaseWords, hostedSees } from '../../../words/hosted-words'
import { Button } from '../../parts/controls/button'
import { Field } from '../../parts/controls/field'
import { Segments } from '../../parts/controls/segments'
import { Switch } from '../../parts/controls/switch'
import { More } from '../../parts/more'
import { Sheet } from '../page/sheet'

const kinds = () => [{ value: 'url', words: say('servers.kind-address') }, { value: 'connector', words: say('servers.hosted-connector') }] as const
const EMPTY = { label: '', kind: 'url', place: '', key: '', tools: '' } as const

type Draft = { readonly [Name in Exclude<keyof HostedForm, 'kind'>]: string } & Pick<HostedForm, 'kind'>
type Act = (asked: Answered<HostedList>) => Promise<string | null>

/** For those who know why: servers that the voice server connects to by itself. */
export function HostedFields({ preferences }: { readonly preferences: SettingsApi }) {
  const [list, setList] = useState<HostedList | null>(null)
  const [draft, setDraft] = useState<Draft>(EMPTY) // here, so that folding loses nothing
  const act = useCallback<Act>(async (asked) => {
    const answer = await asked
    if (!answer.ok) return errorWords(answer.error.tag)
    setList(answer.value)
    return answer.value.refusal
  }, [])
  useEffect(() => {
    const load = () => void preferences.hostedServers().then((answer) => answer.ok && setList(answer.value))
    load()
    return preferences.onServersChanged(load)
  }, [preferences])
  if (list === null) return null
  return (
    <More title={say('settings.advanced')} testId="hosted-open">
      <Sheet title={say('servers.hosted', { voice: list.voice })}>
        <p className="field-hint" data-testid="hosted-sees">{hostedSees(list.voice)}</p>
        {list.servers.map((server) => <HostedRow key={server.id} server={server} preferences={preferences} act={act} />)}
        <AddHosted draft={draft} setDraft={setDraft} preferences={preferences} act={act} />
      </Sheet>
    </More>
  )
}

function HostedRow({ server: { id, label, on, place, phase, tools }, preferences, act }: { readonly server: ListedHosted; readonly preferences: SettingsApi; readonly act: Act }) {
  return (
    <section className="server" aria-label={label} data-testid="hosted-server" data-label={label} data-phase={phase}>
      <header className="server-head">
        <div>
          <h3>{label}</h3>
          <p className="field-hint">{place}</p>
          <p className="field-hint" data-testid="hosted-phase">{hostedPhaseWords(phase)}</p>
        </div>
        <Switch name={`hosted-${label}`} on={on} turn={(next) => void act(preferences.turnHosted(id, next))} aria-label={say('servers.use', { server: label })} />
      </header>
      {tools.length > 0 && <ul className="hosted-tools">{tools.map(({ name, description }) => <li key={name} data-testid="hosted-tool"><b>{name}</b> {description}</li>)}</ul>}
      <div className="server-actions"><Button look="danger" onClick={() => void act(preferences.removeHosted(id))} aria-label={say('servers.remove-named', { server: label })} data-testid="remove-hosted">{say('common.remove')}</Button></div>
    </section>
  )
}

interface AddHostedProps {
  readonly draft: Draft
  readonly setDraft: (draft: Draft) => void
  readonly preferences: SettingsApi
  readonly act: Act
}

function AddHosted({ draft, setDraft, preferences, act }: AddHostedProps) {
  const [problem, setProblem] = useState<string | null>(null)
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const add = async () => {
    const refusal = await act(preferences.addHosted({ ...draft, tools: draft.tools.split('\n') }))
    setProblem(refusal)
    if (refusal === null) setDraft(EMPTY)
  }
  const text = (name: 'label' | 'place' | 'key', label: string, hint?: string) => (
    <Field label={label} hint={hint}>
      {(ids) => <input {...ids} type={name === 'key' ? 'password' : 'text'} value={draft[name]} autoComplete="off" spellCheck={false} onChange={(event) => change({ [name]: event.target.value })} data-testid={`hosted-${name}`} />}
    </Field>
  )
  return (
    <div className="server-form">
      {text('label', say('common.name'), say('servers.hosted-name-about'))}
      <Segments name="hosted-kind" label={say('servers.kind')} value={draft.kind} segments={kinds()} choose={(kind) => change({ kind })} />
      {draft.kind === 'url' ? text('place', say('common.address'), say('servers.hosted-address-about')) : text('place', say('servers.hosted-connector'), say('servers.hosted-connector-about', { example: 'connector_googlecalendar' }))}
      {text('key', say('servers.hosted-key'), say('servers.hosted-key-about'))}
      <Field label={say('tools.title')} hint={say('servers.hosted-tools-about')}>
        {(ids) => <textarea {...ids} rows={3} value={draft.tools} spellCheck={false} onChange={(event) => change({ tools: event.target.value })} data-testid="hosted-tools" />}
      </Field>
      <p role="alert" className="field-problem" data-testid="hosted-problem">{problem}</p>
      <div className="server-actions"><Button onClick={() => void add()} data-testid="add-hosted">{say('servers.hosted-add')}</Button></div>
    </div>
  )
}
