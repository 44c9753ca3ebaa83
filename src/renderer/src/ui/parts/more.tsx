import { Collapsible } from '@base-ui/react/collapsible'
import type { ReactNode } from 'react'
import { Icon } from './icon'
import './more.css'

interface MoreProps {
  readonly title: string
  readonly children: ReactNode
  readonly testId?: string
}

/** What few people need, folded away. */
export function More({ title, children, testId }: MoreProps) {
  return (
    <Collapsible.Root>
      <Collapsible.Trigger className="more-button" data-testid={testId}>
        <Icon name="chevron-right" />
        {title}
      </Collapsible.Trigger>
      <Collapsible.Panel className="more-panel">{children}</Collapsible.Panel>
    </Collapsible.Root>
  )
}
