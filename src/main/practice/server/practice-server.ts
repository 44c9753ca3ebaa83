import type { CutKind } from '../faults/cuts'
import type { Fault, FaultName } from '../faults/faults'
import type { Pacing } from '../output/pacing'
import type { ScriptedResponse } from '../script/script'
import type { ObservedSession, PracticeObserver } from '../session/observer'

export interface PracticeOptions {
  /** 0 or absent = a free port. */
  readonly port?: number
  /** Absent = a random one. */
  readonly token?: string
  /** Seconds until `session_expired`, the last one full; 3600 like the real service. */
  readonly lifetimeSeconds?: number
  /** Seconds that a session goes on beyond the end it has announced; 0. For lives so short that a busy client could not be in time. */
  readonly graceSeconds?: number
  readonly pacing?: Partial<Pacing>
  /** Milliseconds between WebSocket pings; 20.3 s like the real service. */
  readonly pingMs?: number
  readonly faults?: readonly (Fault | FaultName)[]
  /** Consumed one per response, by all sessions together. */
  readonly script?: readonly ScriptedResponse[]
  /** Looks on, for tests and for the line of `npm run practice`. */
  readonly observe?: PracticeObserver
}

export interface PracticeStats {
  readonly sessionCount: number
  readonly openSessions: number
  readonly activeResponses: number
  /** Handshakes answered with an HTTP status instead of a 101. */
  readonly refusedHandshakes: number
  /** Connects refused after the 101 (key, model, beta header, quota). */
  readonly refusedConnects: number
}

export interface PracticeServer {
  /** `ws://127.0.0.1:<port>/v1/realtime`, without the model. */
  readonly url: string
  readonly port: number
  readonly token: string
  readonly stats: PracticeStats
  /** Replaces all faults, for open sessions too. */
  setFaults(faults: readonly (Fault | FaultName)[]): void
  /** Adds faults to those in force, for open sessions too. */
  addFaults(faults: readonly (Fault | FaultName)[]): void
  /** Cuts the newest connection now. Returns its session, `null` when there was nothing to cut. A dead one can still be dropped. */
  cut(kind: CutKind): ObservedSession | null
  /** Adds scripted responses behind those not yet consumed. */
  addScript(script: readonly ScriptedResponse[]): void
  close(): Promise<void>
}
