import { Tabs as Base } from '@base-ui/react/tabs'
import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'
import './side-tabs.css'

export interface SideTab {
  readonly id: string
  readonly words: string
  readonly icon: IconName
  readonly content: ReactNode
}

interface SideTabsProps {
  readonly label: string
  readonly tabs: readonly SideTab[]
  readonly tab: string
  readonly choose: (tab: string) => void
}

/** A list of places at the side, and the chosen one beside it; in a narrow window the list stands above. */
export function SideTabs({ label, tabs, tab, choose }: SideTabsProps) {
  return (
    <Base.Root className="side-tabs" orientation="vertical" value={tab} onValueChange={(next: unknown) => typeof next === 'string' && choose(next)}>
      <Base.List className="side-list" aria-label={label} activateOnFocus>
        {tabs.map((each) => (
          <Base.Tab key={each.id} value={each.id} className="side-tab" data-testid={`tab-${each.id}`}>
            <Icon name={each.icon} />
            <span>{each.words}</span>
          </Base.Tab>
        ))}
      </Base.List>
      {tabs.map((each) => (
        <Base.Panel key={each.id} value={each.id} className="side-panel" data-testid={`section-${each.id}`}>
          {each.content}
        </Base.Panel>
      ))}
    </Base.Root>
  )
}
