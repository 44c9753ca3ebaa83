import { type KeyboardEvent, useRef, useState } from 'react'
import type { ConversationSummary } from '../../../../../shared/history'
import { titleOf } from '../../../state/history/talks/talk-title'
import { Icon } from '../../parts/icon'
import { talkTitle } from '../../settings/fields/checks'

interface TalkTitleProps {
  readonly talk: ConversationSummary
  readonly editing: boolean
  readonly setEditing: (on: boolean) => void
  /** An empty title gives back the one by itself. */
  readonly rename: (title: string) => void
}

export function TalkTitle({ talk, editing, setEditing, rename }: TalkTitleProps) {
  if (editing) return <TitleField talk={talk} setEditing={setEditing} rename={rename} />
  return (
    <h1 className="talk-heading">
      <button type="button" title="Rename (F2)" onClick={() => setEditing(true)} data-testid="rename">
        <span data-testid="talk-title">{titleOf(talk)}</span>
        <Icon name="pencil" />
      </button>
    </h1>
  )
}

/** To where it came from; the button that began this is another one now. */
function giveFocusBack(origin: Element | null): void {
  const to = origin?.isConnected === true ? origin : document.querySelector('[data-testid="rename"]')
  if (to instanceof HTMLElement) to.focus()
}

function TitleField({ talk, setEditing, rename }: Omit<TalkTitleProps, 'editing'>) {
  const [text, setText] = useState(talk.titled ? talk.title : '')
  const done = useRef(false)
  const [origin] = useState(() => document.activeElement)
  const problem = talkTitle(text.trim())
  const end = (save: boolean) => {
    if (done.current || (save && problem !== null)) return
    done.current = true
    if (save && text.trim() !== (talk.titled ? talk.title : '')) rename(text.trim())
    setEditing(false)
  }
  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
    event.preventDefault()
    end(event.key === 'Enter')
    if (!done.current) return
    requestAnimationFrame(() => giveFocusBack(origin))
  }
  return (
    <span className="talk-title-edit">
      <input
        className="talk-title-field"
        type="text"
        aria-invalid={problem !== null}
        aria-label="Title; empty gives back the automatic one"
        placeholder={talk.titled ? 'Automatic title' : titleOf(talk)}
        value={text}
        autoFocus
        autoComplete="off"
        spellCheck={false}
        data-testid="title-field"
        onFocus={(event) => event.target.select()}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={keys}
        onBlur={() => end(true)}
      />
      <span role="alert" className="field-problem">{problem}</span>
    </span>
  )
}
