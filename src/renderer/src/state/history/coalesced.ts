/** One run at a time. Who asks during a run gets one more run after it, however many ask. */
export function coalesced(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null
  let again = false
  const go = async () => {
    do {
      again = false
      await run()
    } while (again)
  }
  return () => {
    again = true
    running ??= go().finally(() => (running = null))
    return running
  }
}

/** One run at a time. Who asks during a run waits for that one. */
export function single(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null
  return () => {
    running ??= run().finally(() => (running = null))
    return running
  }
}
