import { Deadline } from '../../../shared/time/deadline'
import type { Timers } from '../../../shared/time/timers'
import type { PracticeServer } from './server'

/** Longer than it takes from an address to its connection; the same for whoever goes on after a moment. */
const LINGER_MS = 5_000

/** The endpoint of the app: a port that nobody has asked for is a door that nobody watches. Each new one has another port and token. */
export class PracticeHost {
  private starting: Promise<PracticeServer> | null = null
  private running: PracticeServer | null = null
  private isChosen = false
  private isOver = false
  private readonly rest: Deadline

  constructor(
    private readonly start: () => Promise<PracticeServer>,
    timers: Pick<Timers, 'after'>,
  ) {
    this.rest = new Deadline(timers, () => this.evaluate())
  }

  /** Begins to serve where it does not yet; rejects where it cannot. */
  async address(): Promise<{ readonly url: string; readonly token: string }> {
    if (this.isOver) throw new Error('the practice endpoint has ended')
    this.rest.renew(LINGER_MS)
    const { url, token } = await this.begin()
    return { url, token }
  }

  /** Whether it is chosen. Where it is not, it ends once nobody is connected. */
  chosen(is: boolean): void {
    if (this.isChosen && !is) this.rest.renew(LINGER_MS)
    this.isChosen = is
  }

  /** For good. */
  async close(): Promise<void> {
    this.isOver = true
    this.rest.stop()
    await this.end()
  }

  private evaluate(): void {
    if (this.isChosen || this.starting === null) return
    if (this.running === null || this.running.stats.openSessions > 0) this.rest.renew(LINGER_MS)
    else void this.end()
  }

  private async begin(): Promise<PracticeServer> {
    const mine = (this.starting ??= this.start())
    try {
      const server = await mine
      if (this.starting === mine) this.running = server
      return server
    } catch (cause) {
      if (this.starting === mine) this.starting = null // the next one who asks begins anew
      throw cause
    }
  }

  private async end(): Promise<void> {
    const [last, begun] = [this.running, this.starting]
    this.running = this.starting = null
    await (last ?? (await begun?.catch(() => null)))?.close()
  }
}
