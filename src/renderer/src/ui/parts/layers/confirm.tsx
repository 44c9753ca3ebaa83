import { AlertDialog } from '@base-ui/react/alert-dialog'
import { type ReactNode, useRef } from 'react'
import { say } from '../../../../../shared/words/say'
import { Button } from '../controls/button'
import '../controls/popup.css'
import './dialog.css'
import './confirm.css'

interface ConfirmProps {
  readonly open: boolean
  readonly close: () => void
  readonly title: string
  /** What will be gone. */
  readonly children: ReactNode
  readonly yes: string
  readonly confirm: () => void
  readonly testId: string
}

/** A second step where undo is impossible. The focus goes to "Cancel": a second Enter does no harm. Afterwards it is where it was. */
export function Confirm({ open, close, title, children, yes, confirm, testId }: ConfirmProps) {
  const keep = useRef<HTMLButtonElement>(null)
  return (
    <AlertDialog.Root open={open} onOpenChange={(next) => !next && close()}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="dialog-backdrop" />
        <AlertDialog.Popup className="popup dialog confirm" initialFocus={keep}>
          <AlertDialog.Title>{title}</AlertDialog.Title>
          <AlertDialog.Description>{children}</AlertDialog.Description>
          <div className="confirm-actions">
            <AlertDialog.Close ref={keep} render={<Button />} data-testid={`keep-${testId}`}>{say('common.cancel')}</AlertDialog.Close>
            <AlertDialog.Close render={<Button look="danger" onClick={confirm} />} data-testid={`confirm-${testId}`}>{yes}</AlertDialog.Close>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
