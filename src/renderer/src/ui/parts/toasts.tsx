import { Toast } from '@base-ui/react/toast'
import type { ReactNode } from 'react'
import { Button, IconButton } from './button'
import './toasts.css'

/** What just happened and can be taken back. It waits while it is pointed at or focused; F6 goes to it. */
export function Toasts({ children }: { readonly children: ReactNode }) {
  return (
    <Toast.Provider limit={3}>
      {children}
      <Toast.Portal>
        <Toast.Viewport className="toasts">
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  )
}

function ToastList() {
  const { toasts, close } = Toast.useToastManager()
  return toasts.map((toast) => (
    <Toast.Root key={toast.id} toast={toast} className="toast" data-testid="toast">
      <Toast.Content className="toast-content">
        <Toast.Title render={<p />} />
        {toast.actionProps !== undefined && <Toast.Action render={<Button />} data-testid="toast-action" />}
        <IconButton icon="close" size="small" label="Dismiss" onClick={() => close(toast.id)} />
      </Toast.Content>
    </Toast.Root>
  ))
}

/** Says one sentence, with at most one way back. `ms`: how long it stays. */
export type Say = (words: string, back?: { readonly words: string; readonly act: () => void }, ms?: number) => void

export const DEFAULT_TOAST_MS = 4_000

export function useSay(): Say {
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
            back.act()
          },
        },
      }),
    })
  }
}
