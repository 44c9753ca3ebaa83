import { createContext, type KeyboardEvent, type ReactNode, useContext } from 'react'
import { normalizeUri } from 'micromark-util-sanitize-uri'
import { canOpen } from '../../../../../shared/markdown/addresses'

export interface LinkWay {
  /** Main shows the whole address and asks. */
  readonly open: (address: string) => void
  /** By Tab, from the message it belongs to. */
  readonly reachable: boolean
}

export const LinkWays = createContext<LinkWay>({ open: () => undefined, reachable: false })

interface LinkProps {
  /** As the text has it. */
  readonly to: string
  readonly children: ReactNode
}

/** No address that the page could go to by itself: a link is asked for, and main opens it. What main would not open is words. */
export function Link({ to, children }: LinkProps) {
  const address = normalizeUri(to)
  const { open, reachable } = useContext(LinkWays)
  if (!canOpen(address)) return children
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    open(address)
  }
  return (
    <a role="link" tabIndex={reachable ? 0 : -1} title={address} onClick={() => open(address)} onKeyDown={keys} data-testid="link">
      {children}
    </a>
  )
}
