import { type FormEvent, type KeyboardEvent, useState } from 'react'
import { errorWords } from '../../../../shared/error-words'
import type { AssistantApi } from '../../../../shared/ipc/assistant-api'
import { IconButton } from '../parts/button'
import './text-entry.css'

/** What main takes at most (see text:send in the contract). */
const MAX_CHARS = 20_000

/** Typing instead of talking. What could not be sent stays in the field. */
export function TextEntry({ assistant }: { readonly assistant: Pick<AssistantApi, 'sendText'> }) {
  const [text, setText] = useState('')
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const send = async () => {
    if (text.trim() === '' || sending) return
    setSending(true)
    const answer = await assistant.sendText(text).finally(() => setSending(false))
    setProblem(answer.ok ? null : errorWords(answer.error.tag))
    if (answer.ok) setText((now) => (now === text ? '' : now))
  }
  const change = (next: string) => {
    setText(next)
    setProblem(null)
  }
  return (
    <TextEntryForm text={text} sending={sending} problem={problem} change={change} send={() => void send()} />
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
