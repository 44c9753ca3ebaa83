import { type KeyboardEvent, useRef, useState } from 'react'
import { MAX_FACT_CHARS, type RememberedFact } from '../../../../../shared/memory'
import { say, sayParts } from '../../../../../shared/words/say'
import { Drawn } from '../../parts/drawn'
import type { MemoryStore } from '../../../state/history/memory-store'
import { useToday } from '../../../state/history/use-today'
import { clock } from '../../../words/clock'
import { Button, IconButton } from '../../parts/controls/button'
import { useKeptFocus } from '../../parts/layers/use-kept-focus'

interface FactRowProps {
  readonly fact: RememberedFact
  readonly memory: Pick<MemoryStore, 'beginEdit' | 'leaveEdit' | 'keepEdit' | 'remove'>
  readonly editing: boolean
  /** Forgotten elsewhere while it is being written here. */
  readonly gone: boolean
}

/** One remembered sentence: read, or written anew. */
export function FactRow({ fact, memory, editing, gone }: FactRowProps) {
  const row = useRef<HTMLLIElement>(null)
  useKeptFocus(row, editing ? 'edited' : 'read')
  const leave = () => memory.leaveEdit(fact.id)
  const keep = (text: string) => {
    const isNew = text.trim() !== '' && (gone || text.trim() !== fact.text)
    if (isNew) void memory.keepEdit(fact.id, text.trim())
    else leave()
  }
  return (
    <li ref={row} className="fact" data-testid="fact" data-id={fact.id}>
      {editing
        ? <FactEntry text={fact.text} gone={gone} keep={keep} leave={leave} />
        : <FactWords fact={fact} edit={() => memory.beginEdit(fact)} remove={() => void memory.remove(fact)} />}
    </li>
  )
}

function FactWords({ fact: { text, kind, by, at }, edit, remove }: { readonly fact: RememberedFact; readonly edit: () => void; readonly remove: () => void }) {
  const today = useToday()
  const who = say(by === 'person' ? 'history.fact-by-you' : 'history.fact-asked')
  return (
    <>
      <p>
        <bdi>{text}</bdi>
        <small><Drawn parts={sayParts('history.fact-about', { kind: say(kind === 'wish' ? 'history.fact-wish' : 'history.fact-fact'), who, date: clock.date(at, today), time: (words) => <time title={clock.exact(at)}>{words}</time> })} /></small>
      </p>
      <IconButton icon="pencil" label={say('history.fact-edit', { text })} hint={say('history.edit')} onClick={edit} data-testid="edit-fact" />
      <IconButton icon="trash" label={say('history.fact-delete', { text })} hint={say('common.delete')} onClick={remove} data-testid="remove-fact" />
    </>
  )
}

interface FactEntryProps {
  readonly text: string
  readonly gone: boolean
  readonly keep: (text: string) => void
  readonly leave: () => void
}

/** Enter keeps it, Escape leaves it as it was. */
function FactEntry({ text, gone, keep, leave }: FactEntryProps) {
  const [typed, setTyped] = useState(text)
  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') keep(typed)
    if (event.key !== 'Escape') return
    event.preventDefault()
    leave()
  }
  return (
    <>
      <input type="text" aria-label={say('history.fact-field')} name="fact" value={typed} maxLength={MAX_FACT_CHARS} autoComplete="off" onChange={(event) => setTyped(event.target.value)} onKeyDown={keys} data-testid="fact-text" />
      <Button look="main" onClick={() => keep(typed)} data-testid="keep-fact">{say('common.save')}</Button>
      <Button onClick={leave}>{say('common.cancel')}</Button>
      <small role="status" data-testid="fact-gone">{gone && say('history.fact-gone')}</small>
    </>
  )
}
