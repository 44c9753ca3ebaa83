import { Tabs as Base } from '@base-ui/react/tabs'
import type { ReactNode } from 'react'
import './top-tabs.css'

export interface TopTab<Id extends string> {
  readonly id: Id
  readonly words: string
  /** How many things wait there; 0 is not shown. */
  readonly count?: number
  readonly content: ReactNode
}

interface TopTabsProps<Id extends string> {
  readonly label: string
  readonly tabs: readonly TopTab<Id>[]
  readonly tab: Id
  readonly choose: (tab: Id) => void
  /** At the end of the row. */
  readonly beside: ReactNode
}

/** A row of a few places, and the chosen one below it. */
export function TopTabs<Id extends string>({ label, tabs, tab, choose, beside }: TopTabsProps<Id>) {
  const chosen = (next: unknown) => {
    const found = tabs.find(({ id }) => id === next)
    if (found !== undefined) choose(found.id)
  }
  return (
    <Base.Root className="top-tabs" value={tab} onValueChange={chosen}>
      <header className="top-row">
        <Base.List className="top-list" aria-label={label} activateOnFocus>
          {tabs.map(({ id, words, count = 0 }) => (
            <Base.Tab key={id} value={id} className="top-tab" data-testid={`tab-${id}`}>
              {words}
              {count > 0 && <span className="top-count">{count}</span>}
            </Base.Tab>
          ))}
        </Base.List>
        {beside}
      </header>
      {/* What scrolls in a panel takes the focus itself; the panel would be one more stop. */}
      {tabs.map(({ id, content }) => (
        <Base.Panel key={id} value={id} className="top-panel" tabIndex={undefined} data-testid={`section-${id}`}>
          {content}
        </Base.Panel>
      ))}
    </Base.Root>
  )
}
