import { type FormEvent, useState } from 'react'
import type { KnowledgeState } from '../../../../../shared/ipc/knowledge'
import type { Embedder } from '../../../../../shared/knowledge/passages'
import { say } from '../../../../../shared/words/say'
import type { KnowledgeStore } from '../../../state/settings/knowledge-store'
import { amountWords, searchWords } from '../../../words/knowledge-words'
import { Field } from '../../parts/controls/field'
import { Select } from '../../parts/controls/select'
import { More } from '../../parts/more'
import { Card } from '../page/card'
import { Sheet } from '../page/sheet'
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
    <section aria-label={say('knowledge.meaning')} className="knowledge-embedder">
      <Card title={say('knowledge.meaning')}>
        <p className="field-hint" data-testid="search-mode" data-mode={state.embedder === null ? 'words' : 'both'}>{searchWords(state)}</p>
        <Field label={say('knowledge.meaning-with')} problem={problem} hint={say('knowledge.meaning-about')}>
          {(ids) => <Select {...ids} name="embedder" value={kind} choices={[{ value: OFF, words: say('knowledge.meaning-off') }, ...EMBEDDERS.map(({ value, words }) => ({ value, words: say(words) }))]} choose={(next) => void choose(next)} />}
        </Field>
      </Card>
      {kind !== OFF && <Sheet><EmbedderForm key={kind} kind={kind} state={state} take={take} /></Sheet>}
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
  { name: 'url', label: 'common.address', hint: 'knowledge.address-about' },
  { name: 'model', label: 'settings.model', hint: null },
] as const

const ADVANCED = [
  { name: 'dimensions', label: 'knowledge.dimensions', hint: 'knowledge.dimensions-about' },
  { name: 'queryPrefix', label: 'knowledge.query-prefix', hint: 'knowledge.query-prefix-about' },
  { name: 'passagePrefix', label: 'knowledge.passage-prefix', hint: 'knowledge.passage-prefix-about' },
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
  const text = ({ name, label, hint }: (typeof ENTRIES | typeof ADVANCED)[number]) => (
    <Field key={name} label={say(label)} hint={hint === null ? undefined : say(hint)}>
      {(ids) => <input {...ids} type="text" name={`embedder-${name}`} value={entry[name]} autoComplete="off" spellCheck={false} onChange={({ target }) => setEntry({ ...entry, [name]: target.value })} />}
    </Field>
  )
  return (
    <form className="embedder-form" onSubmit={(event) => void submit(event)} data-testid="embedder-form">
      {ENTRIES.map(text)}
      <Field label={say('common.api-key')} hint={say(state.hasSecret ? 'knowledge.key-kept' : 'knowledge.key-about')}>
        {(ids) => <input {...ids} type="password" name="embedder-secret" value={secret} autoComplete="off" onChange={({ target }) => setSecret(target.value)} />}
      </Field>
      <More title={say('settings.advanced')} testId="advanced-embedder">{ADVANCED.map(text)}</More>
      {state.status !== null && state.status.characters > 0 && <p className="field-hint" data-testid="embedder-amount">{amountWords(state.status.characters)}</p>}
      <p role="alert" className="field-problem">{problem}</p>
      <button type="submit" className="button button-main" data-testid="use-embedder">{say('knowledge.use')}</button>
    </form>
  )
}
