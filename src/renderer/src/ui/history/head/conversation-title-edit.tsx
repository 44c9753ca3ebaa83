import { type KeyboardEvent, useRef, useState } from 'react'
import type { ConversationSummary } from '../../../../../shared/history'
import { say } from '../../../../../shared/words/say'
import { titleOf } from '../../../state/history/conversations/conversation-title'
import { Icon } from '../../parts/icon'
import { conversationTitle } from '../../settings/fields/checks'

interface ConversationTitleProps {
  readonly conversation: ConversationSummary
  readonly editing: boolean
  readonly setEditing: (on: boolean) => void
  /** An empty title gives back the one by itself. */
  readonly rename: (title: string) => void
}

export function ConversationTitle({ conversation, editing, setEditing, rename }: ConversationTitleProps) {
  if (editing) return <TitleField conversation={conversation} setEditing={setEditing} rename={rename} />
  return (
    <h1 className="conversation-heading">
      <button type="button" title={say('history.rename')} onClick={() => setEditing(true)} data-testid="rename">
        <bdi data-testid="talk-title">{titleOf(conversation)}</bdi>
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

function TitleField({ conversation, setEditing, rename }: Omit<ConversationTitleProps, 'editing'>) {
  const [text, setText] = useState(conversation.titled ? conversation.title : '')
  const done = useRef(false)
  const [origin] = useState(() => document.activeElement)
  const problem = conversationTitle(text.trim())
  const end = (save: boolean) => {
    if (done.current || (save && problem !== null)) return
    done.current = true
    if (save && text.trim() !== (conversation.titled ? conversation.title : '')) rename(text.trim())
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
    <span className="conversation-title-edit">
      <input
        className="conversation-title-field"
        type="text"
        aria-invalid={problem !== null}
        aria-label={say('history.title-label')}
        placeholder={conversation.titled ? say('history.title-automatic') : titleOf(conversation)}
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
