import type { JobProgress } from '../../../../shared/history'

/** One request while it is carried out. `at`: the wall clock when it was made. */
export interface Call {
  readonly at: number
  readonly cancelled: () => boolean
  readonly progress: (now: JobProgress) => void
}
