import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { keyMove } from '../../state/history/key-move'
import { Glyph } from './glyph'
import './menu.css'

export interface MenuEntry {
  readonly words: string
  readonly testId: string
  readonly choose: () => void
}

interface MenuProps {
  readonly label: string
  readonly testId: string
  readonly entries: readonly MenuEntry[]
  readonly disabled?: boolean
}

/** A button that opens a short list of acts. Arrows move in it, Escape and leaving close it. */
export function Menu({ label, testId, entries, disabled = false }: MenuProps) {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  const left = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) setOpen(false)
  }
  const opens = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown') return
    event.preventDefault()
    setOpen(true)
  }
  return (
    <div className="menu" onBlur={left}>
      <button
        ref={button}
        type="button"
        className="button button-quiet menu-button"
        aria-haspopup="menu"
        aria-expanded={open}
        data-testid={testId}
        disabled={disabled}
        onClick={() => setOpen(!open)}
        onKeyDown={opens}
      >
        {label}
        <Glyph name="chevron" />
      </button>
      {open && <MenuList label={label} entries={entries} close={close} />}
    </div>
  )
}

function MenuList({ label, entries, close }: Pick<MenuProps, 'label' | 'entries'> & { readonly close: () => void }) {
  const list = useRef<HTMLDivElement>(null)
  const buttons = () => [...(list.current?.querySelectorAll('button') ?? [])]
  useEffect(() => list.current?.querySelector('button')?.focus(), [])
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault()
      return close()
    }
    const at = buttons().findIndex((each) => each === document.activeElement)
    const to = keyMove(event.key, at, entries.length, entries.length)
    if (to === null) return
    event.preventDefault()
    buttons()[to]?.focus()
  }
  return (
    <div ref={list} role="menu" aria-label={label} className="menu-list" tabIndex={-1} onKeyDown={keys}>
      {entries.map(({ words, testId, choose }) => (
        <button key={testId} type="button" role="menuitem" tabIndex={-1} data-testid={testId} onClick={() => (close(), choose())}>
          {words}
        </button>
      ))}
    </div>
  )
}
