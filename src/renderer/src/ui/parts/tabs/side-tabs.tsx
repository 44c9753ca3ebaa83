import { Tabs as Base } from '@base-ui/react/tabs'
import type { ReactNode } from 'react'
import { Hinted } from '../controls/hint'
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
  readonly label: string
  readonly tabs: readonly SideTab[]
  readonly tab: string
  readonly choose: (tab: string) => void
}

/** Less, and a list at the side would leave too little for what is chosen. */
const NARROW = '(max-width: 35rem)'

/** A list of places at the side, and the chosen one beside it; in a narrow window a row of signs above it. */
export function SideTabs({ label, tabs, tab, choose }: SideTabsProps) {
  const narrow = useMedia(NARROW)
  return (
    <Base.Root
      className="side-tabs"
      orientation={narrow ? 'horizontal' : 'vertical'}
      value={tab}
      onValueChange={(next: unknown) => typeof next === 'string' && choose(next)}
    >
      <Base.List className="side-list" aria-label={label} activateOnFocus>
        {tabs.map((each) => (
          <Hinted key={each.id} hint={each.words} off={!narrow}>
            <Base.Tab value={each.id} className="side-tab" data-testid={`tab-${each.id}`}>
              <Icon name={each.icon} />
              <span className={narrow ? 'only-heard' : undefined}>{each.words}</span>
            </Base.Tab>
          </Hinted>
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
