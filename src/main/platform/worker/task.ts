import type { Progress } from './protocol'

/** One request while it is carried out. `at`: the wall clock when it was made. */
export interface Call {
  readonly at: number
  readonly cancelled: () => boolean
  readonly progress: (now: Progress) => void
}

/**
 * `next`: the next call waits for it. `aside`: starts in its turn, then runs in slices beside the calls after it. `alone`: waits
 * for everything that runs aside, and the next call waits for it.
 */
export type Manner = 'next' | 'aside' | 'alone'

/** What answers a request. `state` is what the worker keeps open between requests. */
export interface Task<State, Args extends readonly unknown[], Value> {
  readonly manner: Manner
  readonly run: (state: State, call: Call, ...args: Args) => Value | Promise<Value>
}
