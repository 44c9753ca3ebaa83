import { type Dispatch, type FormEvent, type KeyboardEvent, type SetStateAction, useRef, useState } from 'react'
import { errorWords } from '../../../../../shared/errors/error-words'
import type { Attachment } from '../../../../../shared/images/images'
import type { AssistantApi } from '../../../../../shared/ipc/apis/assistant-api'
import { say } from '../../../../../shared/words/say'
import { IconButton } from '../../parts/controls/button'
import { typedMessage } from '../../settings/fields/checks'
import { AttachButton, Attachments } from './attachments'
import { DropTarget } from './drop-target'
import { type Attachments as Images, useAttachments } from './use-attachments'
import './text-entry.css'

/** What is typed and not yet sent; it outlives a visit to Settings. */
export interface Draft {
  readonly draft: string
  readonly setDraft: Dispatch<SetStateAction<string>>
}

interface TextEntryProps extends Draft {
  readonly assistant: Pick<AssistantApi, 'sendText' | 'attachImage' | 'detachImage'>
  readonly attachments: readonly Attachment[]
}

/** Typing instead of talking, and showing beside both. What could not be sent stays in the field. */
export function TextEntry({ assistant, attachments, draft, setDraft }: TextEntryProps) {
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const images = useAttachments(assistant, attachments)
  const tooLong = typedMessage(draft.trim())
  const empty = draft.trim() === '' && images.list.length === 0 && images.coming === 0
  const send = async () => {
    if (empty || sending || tooLong !== null) return
    setSending(true)
    if (images.coming > 0 && !(await images.settled())) return setSending(false) // the person decides without it
    const answer = await assistant.sendText(draft).finally(() => setSending(false))
    setProblem(answer.ok ? null : errorWords(answer.error.tag))
    if (answer.ok) setDraft((now) => (now === draft ? '' : now))
  }
  const change = (next: string) => {
    setDraft(next)
    setProblem(null)
    images.forgive()
  }
  const shown = tooLong ?? problem ?? (images.problem === null ? null : errorWords(images.problem))
  return (
    <TextEntryForm text={draft} images={images} sendable={!empty && !sending && tooLong === null} problem={shown} change={change} send={() => void send()} />
  )
}

interface TextEntryFormProps {
  readonly text: string
  readonly images: Images
  readonly sendable: boolean
  readonly problem: string | null
  readonly change: (text: string) => void
  readonly send: () => void
}

function TextEntryForm({ text, images, sendable, problem, change, send }: TextEntryFormProps) {
  const field = useRef<HTMLTextAreaElement>(null)
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
      <DropTarget add={images.add} />
      <Attachments images={images} home={() => field.current?.focus()} />
      <AttachButton add={images.add} />
      <textarea
        ref={field}
        rows={1}
        value={text}
        placeholder={say('panel.message')}
        aria-label={say('panel.message-label')}
        aria-invalid={problem !== null}
        data-testid="text-input"
        onChange={(event) => change(event.target.value)}
        onKeyDown={enterSends}
      />
      <IconButton icon="up" label={say('common.send')} disabled={!sendable} onClick={send} data-testid="send-text" />
      <p role="alert" className="text-problem">{problem}</p>
    </form>
  )
}
