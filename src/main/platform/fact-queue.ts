import { errorTrace } from '../../shared/errors/error-trace'
import type { Logger } from './log-port'

/** How code that is called tells its callers what happened. */
export type PostFact<Fact> = (fact: Fact) => void

/**
 * Facts, handled one at a time and to completion: what is posted while one is handled comes behind it. So no machine is entered
 * while it runs, and nobody needs to know who listens.
 */
export class FactQueue<Fact> {
  private readonly waiting: Fact[] = []
  private handler: PostFact<Fact> = () => undefined
  private busy = false

  constructor(private readonly logger: Pick<Logger, 'error'>) {}

  /** Who hears them all; there is one. */
  handle(handler: PostFact<Fact>): void {
    this.handler = handler
  }

  readonly post: PostFact<Fact> = (fact) => {
    this.waiting.push(fact)
    if (!this.busy) this.act(() => undefined)
  }

  /** Work that begins outside, such as a key, a timer or a socket: what it posts is handled once it is done. */
  readonly act = <Answer>(work: () => Answer): Answer => {
    if (this.busy) return work()
    this.busy = true
    try {
      return work()
    } finally {
      this.drain()
      this.busy = false
    }
  }

  private drain(): void {
    for (let fact = this.waiting.shift(); fact !== undefined; fact = this.waiting.shift()) {
      try {
        this.handler(fact)
      } catch (cause) {
        this.logger.error('a fact was not handled', { cause: errorTrace(cause) })
      }
    }
  }
}
