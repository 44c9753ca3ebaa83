import { type Dispatch, type FormEvent, type KeyboardEvent, type SetStateAction, useState } from 'react'
import { errorWords } from '../../../../shared/error-words'
import type { AssistantApi } from '../../../../shared/ipc/assistant-api'
import { IconButton } from '../parts/button'
import './text-entry.css'

/** What main takes at most (see text:send in the contract). */
const MAX_CHARS = 20_000

/** What is typed and not yet sent; it outlives a visit to Settings. */
export interface Draft {
  readonly draft: string
  readonly setDraft: Dispatch<SetStateAction<string>>
}

interface TextEntryProps extends Draft {
  readonly assistant: Pick<AssistantApi, 'sendText'>
}

/** Typing instead of talking. What could not be sent stays in the field. */
export function TextEntry({ assistant, draft, setDraft }: TextEntryProps) {
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const send = async () => {
    if (draft.trim() === '' || sending) return
    setSending(true)
    const answer = await assistant.sendText(draft).finally(() => setSending(false))
    setProblem(answer.ok ? null : errorWords(answer.error.tag))
    if (answer.ok) setDraft((now) => (now === draft ? '' : now))
  }
  const change = (next: string) => {
    setDraft(next)
    setProblem(null)
  }
  return (
    <TextEntryForm text={draft} sending={sending} problem={problem} change={change} send={() => void send()} />
  )
}

interface TextEntryFormProps {
  readonly text: string
  readonly sending: boolean
  readonly problem: string | null
  readonly change: (text: string) => void
  readonly send: () => void
}

function TextEntryForm({ text, sending, problem, change, send }: TextEntryFormProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send()
  }
  const enterSends = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    send()
  }
  return (
    <form className="text-entry" onSubmit={submit}>
      <textarea
        rows={1}
        maxLength={MAX_CHARS}
        value={text}
        placeholder="Or type here"
        aria-label="Type a message; Enter sends"
        aria-invalid={problem !== null}
        data-testid="text-input"
        onChange={(event) => change(event.target.value)}
        onKeyDown={enterSends}
      />
      <IconButton icon="up" label="Send" disabled={text.trim() === '' || sending} onClick={send} data-testid="send-text" />
      <p role="alert" className="text-problem">{problem}</p>
    </form>
  )
}
