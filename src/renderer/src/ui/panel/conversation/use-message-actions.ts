import { useMemo, useRef } from 'react'
import type { AppError } from '../../../../../shared/errors/errors'
import { errorWords } from '../../../../../shared/errors/error-words'
import type { DraftId, ItemId } from '../../../../../shared/ids'
import type { AssistantApi } from '../../../../../shared/ipc/apis/assistant-api'
import type { Result } from '../../../../../shared/result'
import { say } from '../../../../../shared/words/say'
import { useToast } from '../../parts/layers/toasts'
import { openingWords } from '../../../words/source-words'
import type { OpenSource } from '../../parts/sources'
import type { FetchText } from './use-whole-text'
import { linkWords } from '../../../words/link-words'

export interface MessageActions {
  readonly copy: (item: ItemId) => void
  readonly fetchText: FetchText
  readonly openSource: OpenSource
  readonly play: (item: ItemId) => void
  readonly playRest: (item: ItemId) => void
  readonly playKept: (draft: DraftId) => void
  readonly sendKept: (draft: DraftId) => void
  readonly openLink: (address: string) => void
  readonly stop: () => void
  readonly again: (item: ItemId) => void
  readonly remove: (item: ItemId) => void
}

const UNDO_MS = 10_000

/** What a person does with one message, and the sentence that says it is done. Always the same object: the messages hang on it. */
export function useMessageActions(assistant: AssistantApi): MessageActions {
  const toast = useRef(useToast())
  return useMemo(() => {
    const orSayWhy = async <T>(asked: Promise<Result<T, AppError>>, done: (value: T) => void) => {
      const answer = await asked
      if (answer.ok) done(answer.value)
      else toast.current(errorWords(answer.error.tag))
    }
    const back = (items: readonly ItemId[]) => ({
      words: say('common.undo'),
      action: () => items.forEach((item) => void orSayWhy(assistant.restoreItem(item), () => undefined)),
    })
    return {
      fetchText: async (item, from) => {
        const answer = await assistant.itemText(item, from)
        if (!answer.ok) toast.current(errorWords(answer.error.tag))
        return answer.ok ? answer.value : null
      },
      openSource: async ({ call, cite, file }) => {
        const answer = await assistant.openPassage(null, call, cite)
        return answer.ok ? openingWords(answer.value, file) : errorWords(answer.error.tag)
      },
      copy: (item) => void orSayWhy(assistant.copyItem(item), () => toast.current(say('common.copied'))),
      play: (item) => void orSayWhy(assistant.playItem(item), () => undefined),
      playRest: (item) => void orSayWhy(assistant.playRest(item), () => undefined),
      playKept: (draft) => void orSayWhy(assistant.playKept(draft), () => undefined),
      sendKept: (draft) => void orSayWhy(assistant.sendKept(draft), () => undefined),
      openLink: (address) => void orSayWhy(assistant.openLink(address), (opening) => {
        const words = linkWords(opening)
        if (words !== null) toast.current(words)
      }),
      stop: assistant.stopPlaying,
      again: (item) => void orSayWhy(assistant.askAgain(item), (taken) => taken.length > 0 && toast.current(say('panel.old-answer-gone'), back(taken), UNDO_MS)),
      remove: (item) => void orSayWhy(assistant.removeItem(item), () => toast.current(say('panel.message-deleted'), back([item]), UNDO_MS)),
    }
  }, [assistant])
}
