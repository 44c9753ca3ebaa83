import { pageTimers } from '../time/page-timers'

/** The parts of AudioContext that only Chromium has, and lib.dom therefore not. */
declare global {
  interface AudioContext {
    readonly sinkId: string | { readonly type: 'none' }
    setSinkId(sinkId: string | { readonly type: 'none' }): Promise<void>
  }
  interface AudioContextOptions {
    sinkId?: string | { readonly type: 'none' }
  }
}

export interface Resumable {
  isRunning(): boolean
  resume(): Promise<void>
}

/** Resumes a context and says whether it runs. Chromium leaves the promise of `resume()` open for as long as the device does not start. */
export async function running(context: Resumable, limitMs: number): Promise<boolean> {
  if (context.isRunning()) return true
  let unbind = (): void => undefined
  const late = new Promise<boolean>((resolve) => (unbind = pageTimers.after(limitMs, () => resolve(false))))
  const resumed = context.resume().then(() => true, () => false)
  const runs = await Promise.race([resumed, late])
  unbind()
  return runs
}
