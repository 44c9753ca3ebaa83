import type { ApiError } from '../../shared/errors/classify-error'
import type { ConnectionVerdict } from '../../shared/providers/verdict-name'
import type { AppError, ErrorTag } from '../../shared/errors/errors'
import type { Result } from '../../shared/result'
import { heard, verdictOfClose } from '../talk/core/connection/verdict'
import { Deadline } from '../platform/deadline'
import type { Timers } from '../platform/ports'
import type { RealtimeTransport, TransportListener, TransportTarget } from './core/transport-port'

/** As long as a person waits for a button; the handshake has the same bound. */
const BOUND_MS = 15_000

/** Why there is nothing to send. */
const UNSENT: Readonly<Partial<Record<ErrorTag, ConnectionVerdict>>> = { 'no-key': 'no-key', 'secret-exposed': 'exposed', 'secret-long': 'long-key' }

type End = (verdict: ConnectionVerdict) => void

/**
 * Whether a server begins a session: a socket of its own, closed with the first word that decides. It asks for no answer, so it
 * costs nothing; and so it cannot tell an account without credit where the server tells only with the first answer.
 */
export class ConnectionTest {
  private end: End | null = null
  private readonly bound: Deadline

  constructor(
    private readonly transport: RealtimeTransport,
    timers: Timers,
  ) {
    this.bound = new Deadline(timers, () => this.end?.('silent'))
  }

  /** One at a time: a second one stops the first. A target is missing where there is no key, or one that cannot be sent. */
  run(finding: Promise<Result<TransportTarget, AppError>>): Promise<ConnectionVerdict> {
    this.stop()
    return new Promise((resolve, reject) => {
      let close = (): void => undefined
      const end: End = (verdict) => {
        if (this.end !== end) return
        this.end = null
        this.bound.stop()
        close()
        resolve(verdict)
      }
      this.end = end
      this.bound.start(BOUND_MS)
      finding.then((target) => {
        if (this.end !== end) return
        if (!target.ok) return end(UNSENT[target.error.tag] ?? 'wrong-key')
        const socket = this.transport.connect(target.value, listener(end))
        close = () => socket.close()
      }).catch((bug: unknown) => {
        reject(bug)
        end('stopped')
      })
    })
  }

  stop(): void {
    this.end?.('stopped')
  }
}

function listener(end: End): TransportListener {
  let lastError: ApiError | null = null
  return {
    opened: () => undefined,
    alive: () => undefined,
    message: (text) => {
      const found = heard(text)
      if (found === null) return
      if ('verdict' in found) return end(found.verdict)
      lastError = found.lastError
    },
    closed: (why) => end(verdictOfClose({ ...why, lastError })),
  }
}
