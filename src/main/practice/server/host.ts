import type { PracticeServer } from './server'

/** Longer than it takes from an address to its connection; the same for whoever goes on after a moment. */
const LINGER_MS = 5_000

/** Runs something later; returns its undoing. */
type Later = (ms: number, run: () => void) => () => void

export interface PracticeHost {
  /** Begins to serve where it does not yet; rejects where it cannot. */
  address(): Promise<{ readonly url: string; readonly token: string }>
  /** Whether it is chosen. Where it is not, it ends once nobody is connected. */
  chosen(is: boolean): void
  /** For good. */
  close(): Promise<void>
}

/** The endpoint of the app: a port that nobody has asked for is a door that nobody watches. Each new one has another port and token. */
export function createPracticeHost(start: () => Promise<PracticeServer>, after: Later): PracticeHost {
  let starting: Promise<PracticeServer> | null = null
  let running: PracticeServer | null = null
  let isChosen = false
  let isOver = false
  let unrest = (): void => undefined

  const end = async (): Promise<void> => {
    const [last, begun] = [running, starting]
    running = starting = null
    await (last ?? (await begun?.catch(() => null)))?.close()
  }
  const look = (): void => {
    if (isChosen || starting === null) return
    if (running === null || running.stats.openSessions > 0) return rest()
    void end()
  }
  function rest(): void {
    unrest()
    unrest = after(LINGER_MS, look)
  }
  const begin = async (): Promise<PracticeServer> => {
    const mine = (starting ??= start())
    try {
      const server = await mine
      if (starting === mine) running = server
      return server
    } catch (cause) {
      if (starting === mine) starting = null // the next one who asks begins anew
      throw cause
    }
  }
  return {
    address: async () => {
      if (isOver) throw new Error('the practice endpoint has ended')
      rest()
      const { url, token } = await begin()
      return { url, token }
    },
    chosen: (is) => {
      if (isChosen && !is) rest()
      isChosen = is
    },
    close: async () => {
      isOver = true
      unrest()
      await end()
    },
  }
}
