import { type Dispatch, type SetStateAction, useState } from 'react'
import { errorWords } from '../../../../../../shared/errors/error-words'
import type { Attachment } from '../../../../../../shared/images/images'
import type { AssistantApi } from '../../../../../../shared/ipc/apis/assistant-api'
import { type Attachments, useAttachments } from '../../entry/use-attachments'
import { typedMessage } from '../../../settings/fields/checks'

/** What is typed and not yet sent; it outlives a visit to Settings. */
export interface Draft {
  readonly draft: string
  readonly setDraft: Dispatch<SetStateAction<string>>
}

export interface TextEntry {
  readonly text: string
  readonly images: Attachments
  readonly sendable: boolean
  readonly problem: string | null
  readonly change: (text: string) => void
  readonly send: () => void
}

interface TextEntryParts extends Draft {
  readonly assistant: Pick<AssistantApi, 'sendText' | 'attachImage' | 'detachImage'>
  readonly attachments: readonly Attachment[]
  readonly sent: () => void
}

/** Typing instead of talking, and showing beside both. What could not be sent stays in the field. */
export function useTextEntry({ assistant, attachments, draft, setDraft, sent }: TextEntryParts): TextEntry {
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
    if (!answer.ok) return
    setDraft((now) => (now === draft ? '' : now))
    sent()
  }
  const change = (next: string) => {
    setDraft(next)
    setProblem(null)
    images.forgive()
  }
  const shown = tooLong ?? problem ?? (images.problem === null ? null : errorWords(images.problem))
  return { text: draft, images, sendable: !empty && !sending && tooLong === null, problem: shown, change, send: () => void send() }
}
