const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Runs something that Ctrl+C ends: through its signal and not through its death, so that it can tidy up. */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T | 'interrupted'> {
  const controller = new AbortController()
  const abort = () => controller.abort()
  for (const name of SIGNALS) process.on(name, abort)
  try {
    return await work(controller.signal)
  } catch (error) {
    // Ctrl+C reaches the whole group, so that anything may fail now.
    if (controller.signal.aborted) return 'interrupted'
    throw error
  } finally {
    for (const name of SIGNALS) process.off(name, abort)
  }
}
