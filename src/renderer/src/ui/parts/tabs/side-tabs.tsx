import { Tabs as Base } from '@base-ui/react/tabs'
import type { ReactNode } from 'react'
import { Select } from '../controls/select'
import { Icon, type IconName } from '../icon'
import { useMedia } from '../use-media'
import './side-tabs.css'

export interface SideTab {
  readonly id: string
  readonly words: string
  readonly icon: IconName
  readonly content: ReactNode
}

interface SideTabsProps {
  /** The title, and the name of the list. */
  readonly label: string
  readonly tabs: readonly SideTab[]
  readonly tab: string
  readonly choose: (tab: string) => void
  /** Below the list. */
  readonly foot: ReactNode
}

/** Less, and a list at the side would leave too little for what is chosen. */
const NARROW = '(max-width: 40rem)'

/** A list of places at the side, and the chosen one beside it; in a narrow window a menu above it. */
export function SideTabs(props: SideTabsProps) {
  return useMedia(NARROW) ? <AsMenu {...props} /> : <AsList {...props} />
}

function AsList({ label, tabs, tab, choose, foot }: SideTabsProps) {
  return (
    <Base.Root className="side-tabs" orientation="vertical" value={tab} onValueChange={(next: unknown) => typeof next === 'string' && choose(next)}>
      <div className="side-list">
        <h1>{label}</h1>
        <Base.List className="side-places" aria-label={label} activateOnFocus>
          {tabs.map((each) => (
            <Base.Tab key={each.id} value={each.id} className="side-tab" data-testid={`tab-${each.id}`}>
              <Icon name={each.icon} />
              {each.words}
            </Base.Tab>
          ))}
        </Base.List>
        {foot}
      </div>
      {tabs.map((each) => (
        <Base.Panel key={each.id} value={each.id} className="side-panel" data-testid={`section-${each.id}`}>
          {each.content}
        </Base.Panel>
      ))}
    </Base.Root>
  )
}

function AsMenu({ label, tabs, tab, choose, foot }: SideTabsProps) {
  return (
    <div className="side-tabs" data-narrow>
      <header className="side-head">
        <h1>{label}</h1>
        <Select name="section" aria-label={label} value={tab} choices={tabs.map(({ id, words }) => ({ value: id, words }))} choose={choose} />
        {foot}
      </header>
      <div className="side-panel" data-testid={`section-${tab}`}>{tabs.find(({ id }) => id === tab)?.content}</div>
    </div>
  )
}
