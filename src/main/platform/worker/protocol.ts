import type { AppError } from '../../../shared/errors/errors'
import type { Result } from '../../../shared/result'

/** What main and a worker say to each other. Both are built from the same sources: nothing is checked twice. */

/** The name of the last request: it is answered when everything before it is done. */
export const CLOSE = 'close'

export interface Progress {
  readonly done: number
  readonly total: number
}

/** `at`: the wall clock when the call was made. */
export interface Request {
  readonly kind: 'request'
  readonly id: number
  readonly name: string
  readonly args: readonly unknown[]
  readonly at: number
}

export type ToWorker = Request | { readonly kind: 'cancel'; readonly id: number }

export type FromWorker =
  | { readonly kind: 'answer'; readonly id: number; readonly result: Result<unknown, AppError> }
  | { readonly kind: 'progress'; readonly id: number; readonly now: Progress }
