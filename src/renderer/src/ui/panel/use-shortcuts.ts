import { useCallback, useEffect, useState } from 'react'
import type { AssistantApi } from '../../../../shared/ipc/apis/assistant-api'
import type { OpenSettings } from '../parts/cured-in-settings'

type Actions = Pick<AssistantApi, 'newConversation' | 'openHistory'>

interface Shortcuts {
  readonly listed: boolean
  readonly list: () => void
  readonly close: () => void
}

const isTyping = (target: EventTarget | null): boolean => target instanceof Element && target.closest('input, textarea, [contenteditable], [role="listbox"]') !== null

/** Ctrl, on macOS Command; not both. */
const isCommand = ({ ctrlKey, metaKey, altKey }: KeyboardEvent): boolean => ctrlKey !== metaKey && !altKey

const focusTextEntry = (): void => document.querySelector<HTMLElement>('.message-field')?.focus()

/** The panel's own keys; see shortcut-list.tsx, which shows them. */
export function useShortcuts(assistant: Actions, openSettings: OpenSettings): Shortcuts {
  const [listed, setListed] = useState(false)
  const list = useCallback(() => setListed(true), [])
  const close = useCallback(() => setListed(false), [])
  useEffect(() => {
    const actionOf = (event: KeyboardEvent): (() => void) | null => {
      if (event.key === 'F1') return list
      if (isCommand(event)) return commandOf(event, assistant, openSettings)
      if (isTyping(event.target)) return null
      if (event.key === '?') return list
      return event.key === '/' ? focusTextEntry : null
    }
    const down = (event: KeyboardEvent) => {
      const action = actionOf(event)
      if (action === null) return
      event.preventDefault()
      action()
    }
    window.addEventListener('keydown', down)
    return () => window.removeEventListener('keydown', down)
  }, [assistant, openSettings, list])
  return { listed, list, close }
}

function commandOf({ key, shiftKey }: KeyboardEvent, assistant: Actions, openSettings: OpenSettings): (() => void) | null {
  switch (key.toLowerCase()) {
    case 'n':
      return () => assistant.newConversation({ private: shiftKey })
    case 'h':
      return assistant.openHistory
    case ',':
      return openSettings
    default:
      return null
  }
}
