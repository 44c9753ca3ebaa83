import { useEffect, useRef, useState } from 'react'
import type { DraftAsk, ServerDraft } from '../../../../../shared/mcp/setup'
import { say } from '../../../../../shared/words/say'
import type { ServerLists } from '../../../state/settings/server-list'
import { Button } from '../../parts/controls/button'
import { Field } from '../../parts/controls/field'
import { EntryLines } from './entry-lines'

interface DraftCardProps {
  readonly draft: ServerDraft
  readonly lists: Pick<ServerLists, 'addDraft'>
  readonly gone: () => void
}

/** A server that was pasted: what it would start, the name it gets, and what is still to be entered. */
export function DraftCard({ draft, lists, gone }: DraftCardProps) {
  const [label, setLabel] = useState(draft.label)
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({})
  const [problem, setProblem] = useState<string | null>(null)
  const box = useRef<HTMLElement>(null)
  useEffect(() => box.current?.scrollIntoView({ block: 'nearest' }), [])
  const add = async () => {
    const refusal = await lists.addDraft(draft.id, label, answers)
    setProblem(refusal)
    if (refusal === null) gone()
  }
  return (
    <section ref={box} className="server" aria-label={say('servers.draft', { server: draft.label })} data-testid="server-draft">
      <Field label={say('common.name')} problem={problem} hint={say('servers.name-about')}>
        {(ids) => <input {...ids} type="text" value={label} autoComplete="off" spellCheck={false} onChange={(event) => setLabel(event.target.value)} data-testid="draft-label" />}
      </Field>
      <EntryLines lines={draft.lines} cautions={draft.cautions} />
      {draft.notes.map((note) => <p key={note} className="field-hint">{note}</p>)}
      {draft.asks.map((ask) => <AskField key={ask.key} ask={ask} value={answers[ask.key] ?? ''} change={(value) => setAnswers({ ...answers, [ask.key]: value })} />)}
      <div className="server-actions">
        <Button look="main" onClick={() => void add()} data-testid="add-draft">{say('servers.add-off')}</Button>
        <Button onClick={gone}>{say('servers.do-not-add')}</Button>
      </div>
    </section>
  )
}

interface AskFieldProps {
  readonly ask: DraftAsk
  readonly value: string
  readonly change: (value: string) => void
}

function AskField({ ask: { words, secret, otherwise }, value, change }: AskFieldProps) {
  return (
    <Field label={words} hint={say(secret ? 'servers.ask-secret' : 'servers.ask-plain')}>
      {(ids) => <input {...ids} type={secret ? 'password' : 'text'} value={value} placeholder={otherwise ?? ''} autoComplete="off" spellCheck={false} onChange={(event) => change(event.target.value)} data-testid="draft-ask" />}
    </Field>
  )
}
