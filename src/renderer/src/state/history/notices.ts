import type { AppError } from '../../../../shared/errors/errors'
import type { Notice } from '../../../../shared/errors/notice'
import { createStore, type ReadonlyStore } from '../../store/store'

export interface Notices {
  readonly shown: ReadonlyStore<Notice | null>
  tell(error: AppError): void
  dismiss(id: number): void
}

/** The newest failure of this page. */
export function createNotices(): Notices {
  const shown = createStore<Notice | null>(null)
  let last = 0
  return {
    shown,
    tell: ({ tag }) => {
      last += 1
      shown.set({ id: last, tag })
    },
    dismiss: (id) => {
      if (shown.get()?.id === id) shown.set(null)
    },
  }
}
