import { classifyClose } from '../../shared/errors/classify-error'
import { appError, type AppError } from '../../shared/errors/errors'
import { err, ok, type Result } from '../../shared/result'
import { Deadline } from '../platform/deadline'
import type { Timers } from '../platform/ports'
import { parseServerEvent } from '../talk/core/realtime/server-event'
import type { RealtimeConnection, RealtimeTransport, TransportTarget } from './core/transport-port'
import { type EndSample, type SampleOutcome, SampleSession, type SampleWish } from './sample-session'

/** The handshake, the session and a sentence; nobody waits longer for a button. */
const BOUND_MS = 12_000

/** One sentence in one voice: a session of its own, closed with its last sample. The voice of a session that has spoken cannot change. */
export class VoiceSampler {
  private end: EndSample | null = null
  private readonly bound: Deadline

  constructor(
    private readonly transport: RealtimeTransport,
    timers: Timers,
  ) {
    this.bound = new Deadline(timers, () => this.end?.(err(appError('timeout'))))
  }

  /** One at a time: a second one stops the first. */
  ask(finding: Promise<Result<TransportTarget, AppError>>, wish: SampleWish): Promise<SampleOutcome> {
    this.stop()
    return new Promise((resolve, reject) => {
      let close = (): void => undefined
      const end: EndSample = (outcome) => {
        if (this.end !== end) return
        this.end = null
        this.bound.stop()
        close()
        resolve(outcome)
      }
      this.end = end
      this.bound.start(BOUND_MS)
      finding.then((target) => {
        if (this.end !== end) return
        if (!target.ok) return end(target)
        close = this.connect(target.value, wish, end)
      }).catch((bug: unknown) => {
        reject(bug)
        end(ok(null))
      })
    })
  }

  stop(): void {
    this.end?.(ok(null))
  }

  private connect(target: TransportTarget, wish: SampleWish, end: EndSample): () => void {
    let socket: RealtimeConnection | null = null
    const session = new SampleSession(wish, (event) => socket?.send(JSON.stringify(event)), end)
    socket = this.transport.connect(target, {
      opened: () => undefined,
      alive: () => undefined,
      message: (text) => {
        const parsed = parseServerEvent(text)
        if (parsed.kind === 'malformed') end(err(appError('protocol', parsed.reason)))
        else if (parsed.kind === 'known') session.heard(parsed.event)
      },
      closed: (why) => end(err(classifyClose({ ...why, lastError: null }).error)),
    })
    return () => socket?.close()
  }
}
