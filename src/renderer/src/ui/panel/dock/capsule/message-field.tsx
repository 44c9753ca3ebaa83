import type { KeyboardEvent, RefObject } from 'react'
import { say } from '../../../../../../shared/words/say'
import type { TextEntry } from './use-text-entry'

interface MessageFieldProps {
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly entry: TextEntry
  readonly placeholder: string
  /** Not by Tab while a turn is heard; whoever is in it stays. */
  readonly reachable: boolean
  readonly touch: () => void
}

/** Always there, so that the focus never falls out of it; where it is not to be seen, the capsule shows that it has the focus. */
export function MessageField({ field, entry, placeholder, reachable, touch }: MessageFieldProps) {
  const enterSends = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    entry.send()
  }
  return (
    <textarea
      ref={field}
      className="message-field"
      rows={1}
      value={entry.text}
      tabIndex={reachable ? 0 : -1}
      placeholder={placeholder}
      aria-label={say('panel.message-label')}
      aria-invalid={entry.problem !== null}
      data-testid="text-input"
      onFocus={touch}
      onChange={(event) => {
        touch()
        entry.change(event.target.value)
      }}
      onKeyDown={enterSends}
    />
  )
}
