import type { App } from '../app/app'

/** Shorter than this is not measured. */
export const TICK_MS = 5

/** How late main's own ticker is, until the end is asked for. */
export async function loopLag({ electron }: Pick<App, 'electron'>): Promise<{ end(): Promise<{ readonly worstMs: number }> }> {
  await electron.evaluate((_electron, tickMs) => {
    let [last, worstMs] = [performance.now(), 0]
    const timer = setInterval(() => {
      const now = performance.now()
      worstMs = Math.max(worstMs, now - last - tickMs)
      last = now
    }, tickMs)
    Object.assign(globalThis, {
      endLoopLag: () => {
        clearInterval(timer)
        return { worstMs }
      },
    })
  }, TICK_MS)
  return { end: () => electron.evaluate(() => (globalThis as { endLoopLag?: () => { worstMs: number } }).endLoopLag?.() ?? { worstMs: 0 }) }
}
