import { useId, useRef } from 'react'
import { IconButton } from '../parts/button'
import './new-talk.css'

interface NewTalkProps {
  readonly start: (how: { readonly private: boolean }) => void
}

/** Two ways to begin again; the running talk stays in the history. The browser's own popover closes at Escape and at a click elsewhere. */
export function NewTalk({ start }: NewTalkProps) {
  const id = useId()
  const menu = useRef<HTMLDivElement>(null)
  const choose = (secret: boolean) => () => {
    menu.current?.hidePopover()
    start({ private: secret })
  }
  return (
    <div className="new-talk">
      <IconButton icon="plus" label="New conversation" popoverTarget={id} data-testid="new-talk" />
      <div id={id} ref={menu} popover="auto" className="new-talk-menu">
        <button type="button" onClick={choose(false)} data-testid="new-conversation">New conversation</button>
        <button type="button" onClick={choose(true)} data-testid="new-private">
          New private conversation
          <small>Nothing of it is written down</small>
        </button>
      </div>
    </div>
  )
}
