import { defaultConfig } from '../configuration/session-config'
import type { FaultBox } from '../faults/faults'
import { InputBuffer } from '../input/input-buffer'
import { Conversation } from '../items/conversation'
import type { Pacing } from '../output/pacing'
import type { ScriptedResponse } from '../script/script'
import { FULL_TOKENS } from '../server/rate-limits'
import type { Ids } from './ids'
import type { PracticeObserver } from './observer'
import type { SessionContext } from './session-context'
import { Timeline } from './timeline'
import { NO_TOKENS } from './usage'

export interface SessionOptions {
  /** Keeps the ids of two sessions apart. */
  readonly seed: string
  readonly model: string
  /** Unix seconds at the start of the session. */
  readonly startedAt: number
  readonly lifetimeSeconds: number
  /** Beyond `expires_at`. */
  readonly graceSeconds: number
  readonly pacing: Pacing
  readonly faults: FaultBox
  readonly nextScripted: () => ScriptedResponse | undefined
  readonly observe?: PracticeObserver | undefined
}

/** Whole seconds, as the real service has them. Rounded up, and the session lives until then: what is announced is true. */
const expiryOf = ({ startedAt, lifetimeSeconds }: SessionOptions): number => Math.ceil(startedAt + lifetimeSeconds)

/** How long a session lives, in ms from its start. */
export const lifeMsOf = (options: SessionOptions): number => (expiryOf(options) - options.startedAt + options.graceSeconds) * 1_000

/** A session in which nothing has happened yet. `ways`: those out of it. */
export const newContext = (options: SessionOptions, sessionId: string, ids: Ids, ways: Pick<SessionContext, 'emit' | 'tell'>): SessionContext => ({
  ...ways,
  model: options.model,
  conversationId: ids.next('conv'),
  ids,
  faults: options.faults,
  pacing: options.pacing,
  timeline: new Timeline(),
  conversation: new Conversation(),
  input: new InputBuffer(),
  nextScripted: options.nextScripted,
  config: defaultConfig(sessionId, options.model, expiryOf(options)),
  vad: null,
  speech: null,
  idle: null,
  active: null,
  outOfBand: new Set(),
  hasSpoken: false,
  tokensRead: NO_TOKENS,
  tokensLeft: FULL_TOKENS,
  heldTranscriptions: [],
})
