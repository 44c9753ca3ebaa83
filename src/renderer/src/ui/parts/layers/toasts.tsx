import { Toast } from '@base-ui/react/toast'
import { type ReactNode, useEffect } from 'react'
import { say } from '../../../../../shared/words/say'
import { Button, IconButton } from '../controls/button'
import './toasts.css'

interface ToastsProps {
  /** `here`: above the place where this stands, in place of the top of the window. */
  readonly place?: 'top' | 'here'
  readonly children: ReactNode
}

/** What just happened and can be taken back. It waits while it is pointed at or focused; F6 goes to it. */
export function Toasts({ place = 'top', children }: ToastsProps) {
  const list = <Toast.Viewport aria-label={say('common.notifications')} className="toasts" data-place={place}><ToastList /></Toast.Viewport>
  return (
    <Toast.Provider limit={3}>
      {children}
      {place === 'top' ? <Toast.Portal>{list}</Toast.Portal> : list}
    </Toast.Provider>
  )
}

function ToastList() {
  const { toasts, close } = Toast.useToastManager<Pick<StandingToast, 'ms'>>()
  return toasts.map((toast) => (
    <Toast.Root key={toast.id} toast={toast} className="toast" data-testid="toast">
      <Toast.Content className="toast-content">
        <Toast.Title render={<p />} />
        <Toast.Description className="toast-more" render={<span />} />
        {toast.actionProps !== undefined && <Toast.Action render={<Button />} data-testid="toast-action" />}
        <IconButton icon="close" size="small" label={say('common.dismiss')} onClick={() => close(toast.id)} />
      </Toast.Content>
      {toast.data !== undefined && <i key={toast.updateKey} className="toast-time" style={{ animationDuration: `${String(toast.data.ms)}ms` }} />}
    </Toast.Root>
  ))
}

/** Says one sentence, with at most one way back. `ms`: how long it stays. */
export type ShowToast = (words: string, back?: { readonly words: string; readonly action: () => void }, ms?: number) => void

const DEFAULT_TOAST_MS = 4_000

export function useToast(): ShowToast {
  const { add, close } = Toast.useToastManager()
  return (words, back, ms = DEFAULT_TOAST_MS) => {
    const id: string = add({
      title: words,
      timeout: ms,
      ...(back !== undefined && {
        actionProps: {
          children: back.words,
          onClick: () => {
            close(id)
            back.action()
          },
        },
      }),
    })
  }
}

export interface StandingToast {
  readonly words: string
  /** A second, softer part. */
  readonly more?: string
  readonly back: { readonly words: string; readonly hint: string; readonly action: () => void }
  /** How long it will stand; a line shows what is left of it. */
  readonly ms: number
  /** It is out of sight. */
  readonly gone: () => void
}

const STANDING = 'standing'

/** One toast whose time another keeps: it stands while it is not null. Another object begins its line anew. */
export function useStandingToast(toast: StandingToast | null): void {
  const { add, close } = Toast.useToastManager<Pick<StandingToast, 'ms'>>()
  useEffect(() => {
    if (toast === null) return close(STANDING)
    const { words, more, back, ms, gone } = toast
    add({
      id: STANDING,
      title: words,
      description: more,
      timeout: 0,
      data: { ms },
      actionProps: { children: back.words, title: back.hint, onClick: back.action },
      onRemove: gone,
    })
  }, [toast, add, close])
}
