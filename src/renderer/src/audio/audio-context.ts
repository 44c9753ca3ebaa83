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
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<boolean>((resolve) => (timer = setTimeout(() => resolve(false), limitMs)))
  const resumed = context.resume().then(() => true, () => false)
  const runs = await Promise.race([resumed, late])
  clearTimeout(timer)
  return runs
}
