import { errorWords } from '../../../../shared/errors/error-words'
import type { AppError } from '../../../../shared/errors/errors'
import type { Notice } from '../../../../shared/view'
import { createStore, type ReadonlyStore } from '../../store/store'

export interface Notices {
  readonly shown: ReadonlyStore<Notice | null>
  tell(error: AppError): void
  dismiss(id: number): void
}

/** The newest failure of this page, in words. */
export function createNotices(): Notices {
  const shown = createStore<Notice | null>(null)
  let last = 0
  return {
    shown,
    tell: ({ tag }) => {
      last += 1
      shown.set({ id: last, tag, text: errorWords(tag) })
    },
    dismiss: (id) => {
      if (shown.get()?.id === id) shown.set(null)
    },
  }
}
