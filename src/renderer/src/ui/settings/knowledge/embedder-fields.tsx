import { type FormEvent, useState } from 'react'
import type { KnowledgeState } from '../../../../../shared/ipc/knowledge'
import type { Embedder } from '../../../../../shared/knowledge/passages'
import type { KnowledgeStore } from '../../../state/settings/knowledge-store'
import { amountWords, searchWords } from '../../../words/knowledge-words'
import { Field } from '../../parts/controls/field'
import { Select } from '../../parts/controls/select'
import { EMBEDDERS, type EmbedderKind, entryOf, kindOfEmbedder, OFF, readEntry } from './embedder-entry'

interface EmbedderFieldsProps {
  readonly state: KnowledgeState
  readonly store: Pick<KnowledgeStore, 'use' | 'drop'>
}

/** Whether passages are also found by meaning, and who makes that possible. Nothing is sent before main has asked the person. */
export function EmbedderFields({ state, store }: EmbedderFieldsProps) {
  const inUse = kindOfEmbedder(state.embedder)
  const [wanted, setWanted] = useState<EmbedderKind | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const kind = wanted ?? inUse
  const choose = async (next: string) => {
    const found = EMBEDDERS.find(({ value }) => value === next)
    setProblem(null)
    if (found !== undefined) return setWanted(found.value)
    setWanted(null)
    if (state.embedder !== null) setProblem(await store.drop())
  }
  const take = async (embedder: Embedder, secret: string | null) => {
    const failure = await store.use(embedder, secret)
    setProblem(failure)
    if (failure === null) setWanted(null)
    return failure === null
  }
  return (
    <section aria-label="Finding by meaning" className="knowledge-embedder">
      <h3>Finding by meaning</h3>
      <p data-testid="search-mode" data-mode={state.embedder === null ? 'words' : 'both'}>{searchWords(state)}</p>
      <Field label="Find by meaning, too, with" problem={problem} hint="A server that turns text into numbers. Parley shows what it costs and asks before anything is sent; choose “Nothing” to stop at any time.">
        {(ids) => <Select {...ids} name="embedder" value={kind} choices={[{ value: OFF, words: 'Nothing: words only' }, ...EMBEDDERS]} choose={(next) => void choose(next)} />}
      </Field>
      {kind !== OFF && <EmbedderForm key={kind} kind={kind} state={state} take={take} />}
    </section>
  )
}

interface EmbedderFormProps {
  readonly kind: Exclude<EmbedderKind, typeof OFF>
  readonly state: KnowledgeState
  /** True: it was taken. */
  readonly take: (embedder: Embedder, secret: string | null) => Promise<boolean>
}

const ENTRIES = [
  { name: 'url', label: 'Address', hint: 'What stands before /embeddings.' },
  { name: 'model', label: 'Model', hint: undefined },
  { name: 'dimensions', label: 'Dimensions', hint: 'Empty: as many as the model gives.' },
  { name: 'queryPrefix', label: 'Put before a question', hint: 'Some models want “query: ” here; leave it empty if yours says nothing of it.' },
  { name: 'passagePrefix', label: 'Put before a passage', hint: 'Some models want “passage: ” here.' },
] as const

function EmbedderForm({ kind, state, take }: EmbedderFormProps) {
  const [entry, setEntry] = useState(() => entryOf(kind, state.embedder))
  const [secret, setSecret] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const read = readEntry(entry)
    setProblem(read.ok ? null : read.error)
    if (read.ok && (await take(read.value, secret.trim() === '' ? null : secret.trim()))) setSecret('')
  }
  return (
    <form className="embedder-form" onSubmit={(event) => void submit(event)} data-testid="embedder-form">
      {ENTRIES.map(({ name, label, hint }) => (
        <Field key={name} label={label} hint={hint}>
          {(ids) => <input {...ids} type="text" name={`embedder-${name}`} value={entry[name]} autoComplete="off" spellCheck={false} onChange={({ target }) => setEntry({ ...entry, [name]: target.value })} />}
        </Field>
      ))}
      <Field label="API key" hint={state.hasSecret ? 'One is kept for this server; enter another to replace it.' : 'Only if the server needs one. It is kept in the system keychain and sent to this server only.'}>
        {(ids) => <input {...ids} type="password" name="embedder-secret" value={secret} autoComplete="off" onChange={({ target }) => setSecret(target.value)} />}
      </Field>
      {state.status !== null && state.status.characters > 0 && <p className="field-hint" data-testid="embedder-amount">{amountWords(state.status.characters)}</p>}
      <p role="alert" className="field-problem">{problem}</p>
      <button type="submit" className="button button-main" data-testid="use-embedder">Use this server…</button>
    </form>
  )
}
