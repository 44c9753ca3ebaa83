import { Tabs as Base } from '@base-ui/react/tabs'
import type { CSSProperties, ReactNode } from 'react'
import { Icon, type IconName } from '../icon'
import './top-tabs.css'

export interface TopTab<Id extends string> {
  readonly id: Id
  readonly words: string
  /** Stands for the words where there is no room for them. */
  readonly icon?: IconName
  /** How many things wait there; 0 is not shown. */
  readonly count?: number
  readonly content: ReactNode
}

interface TopTabsProps<Id extends string> {
  readonly label: string
  readonly tabs: readonly TopTab<Id>[]
  readonly tab: Id
  readonly choose: (tab: Id) => void
  /** The one line over all of it. */
  readonly head: ReactNode
  readonly style: CSSProperties
  /** What has been chosen covers the tabs, where only one thing has room. */
  readonly covered: boolean
}

/** A row of a few places at the upper left, and the chosen one below it; the first lays itself out round the row. */
export function TopTabs<Id extends string>({ label, tabs, tab, choose, head, style, covered }: TopTabsProps<Id>) {
  const chosen = (next: unknown) => {
    const found = tabs.find(({ id }) => id === next)
    if (found !== undefined) choose(found.id)
  }
  return (
    <Base.Root className="top-tabs" value={tab} onValueChange={chosen} style={style} data-covered={covered}>
      {head}
      <div className="top-strip">
        <Base.List className="top-list" aria-label={label} activateOnFocus>
          {tabs.map((each) => <Tab key={each.id} tab={each} />)}
        </Base.List>
      </div>
      {/* What scrolls in a panel takes the focus itself; the panel would be one more stop. */}
      {tabs.map(({ id, content }) => (
        <Base.Panel key={id} value={id} className="top-panel" tabIndex={undefined} data-testid={`section-${id}`}>
          {content}
        </Base.Panel>
      ))}
    </Base.Root>
  )
}

function Tab<Id extends string>({ tab: { id, words, icon, count = 0 } }: { readonly tab: TopTab<Id> }) {
  return (
    <Base.Tab value={id} className="top-tab" data-testid={`tab-${id}`} {...(icon !== undefined && { title: words, 'aria-label': words })}>
      {icon !== undefined && <span className="top-icon"><Icon name={icon} /></span>}
      <span className={icon === undefined ? '' : 'top-words'}>{words}</span>
      {count > 0 && <span className="top-count">{count}</span>}
    </Base.Tab>
  )
}
