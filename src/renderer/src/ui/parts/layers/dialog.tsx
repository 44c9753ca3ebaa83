import { Dialog as Base } from '@base-ui/react/dialog'
import type { ReactNode } from 'react'
import { say } from '../../../../../shared/words/say'
import { IconButton } from '../controls/button'
import '../controls/popup.css'
import './dialog.css'

interface DialogProps {
  readonly open: boolean
  readonly close: () => void
  readonly title: string
  readonly children: ReactNode
  readonly testId?: string
}

/** Asks for the whole attention. Escape and a click outside close it, and the focus goes back to where it was. */
export function Dialog({ open, close, title, children, testId }: DialogProps) {
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && close()}>
      <Base.Portal>
        <Base.Backdrop className="dialog-backdrop" />
        <Base.Popup className="popup dialog" data-testid={testId}>
          <header className="dialog-header">
            <Base.Title>{title}</Base.Title>
            <Base.Close render={<IconButton icon="close" label={say('common.close')} hint={null} />} />
          </header>
          <div className="dialog-body" tabIndex={0}>{children}</div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
