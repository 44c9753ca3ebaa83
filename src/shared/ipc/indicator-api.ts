import type { IndicatorView, InvokeAnswer, Loudness } from './contract'

type Unsubscribe = () => void

/** `window.indicator`: all the floating indicator can say to main. */
export interface IndicatorApi {
  getView(): Promise<InvokeAnswer<'indicator:get'>>
  onView(listener: (view: IndicatorView) => void): Unsubscribe
  onLoudness(listener: (loudness: Loudness) => void): Unsubscribe
  /** In DIP, since the last call. `done`: it was let go. */
  move(by: { readonly dx: number; readonly dy: number; readonly done: boolean }): void
  showPanel(): void
}
