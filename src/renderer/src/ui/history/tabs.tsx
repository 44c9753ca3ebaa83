import { type KeyboardEvent, useRef } from 'react'
import './tabs.css'

export type Tab = 'talks' | 'drafts' | 'privacy'

interface TabsProps {
  readonly tab: Tab
  readonly drafts: number
  readonly choose: (tab: Tab) => void
}

const TABS: readonly (readonly [Tab, string])[] = [
  ['talks', 'Talks'],
  ['drafts', 'Drafts'],
  ['privacy', 'Privacy'],
]

export const tabId = (tab: Tab): string => `tab-${tab}`
export const tabPanelId = (tab: Tab): string => `section-${tab}`

/** Tabs as a pattern: one stop for Tab, arrows between them, chosen as soon as reached. */
export function Tabs({ tab, drafts, choose }: TabsProps) {
  const row = useRef<HTMLDivElement>(null)
  const keys = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key] ?? 0
    if (step === 0) return
    event.preventDefault()
    const next = TABS[(TABS.findIndex(([each]) => each === tab) + step + TABS.length) % TABS.length]
    if (next === undefined) return
    choose(next[0])
    row.current?.querySelector<HTMLElement>(`#${tabId(next[0])}`)?.focus()
  }
  return (
    <div ref={row} role="tablist" aria-label="History" className="tabs" onKeyDown={keys}>
      {TABS.map(([each, words]) => (
        <button
          key={each}
          type="button"
          role="tab"
          id={tabId(each)}
          aria-selected={each === tab}
          aria-controls={tabPanelId(each)}
          tabIndex={each === tab ? 0 : -1}
          data-testid={tabId(each)}
          onClick={() => choose(each)}
        >
          {words}
          {each === 'drafts' && drafts > 0 && <span className="tab-count">{drafts}</span>}
        </button>
      ))}
    </div>
  )
}
