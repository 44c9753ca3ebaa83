import type { Conversation } from '../items/conversation'
import type { EnergyVad } from '../input/energy-vad'
import type { FaultBox } from '../faults/faults'
import type { Ids } from './ids'
import type { InputBuffer } from '../input/input-buffer'
import type { Pacing } from '../output/pacing'
import type { ScriptedResponse } from '../script/script'
import type { SessionConfig } from '../configuration/session-config'
import type { SessionFact } from './observer'
import type { Timeline } from './timeline'
import type { ServerEvent, TokenCounts } from './wire'

/** The running idle clock: audio position in bytes at which the user counts as silent for too long. */
interface IdleWatch {
  readonly fromByte: number
  readonly untilByte: number
}

export type StopReason = 'turn_detected' | 'client_cancelled'

/** The server asks for itself where its voice detection answers. */
export type Asker = 'client' | 'server'

/** A response that runs. */
interface RunningResponse {
  readonly id: string
  readonly request: { readonly askedBy: Asker }
  /** Whether it has made this call. */
  hasCalled(callId: string): boolean
  cancel(reason: StopReason): void
}

/** All a session is made of. Its parts change only inside one `receive` or `advance`, so there is nothing to lock. */
export interface SessionContext {
  readonly model: string
  readonly conversationId: string
  readonly ids: Ids
  readonly faults: FaultBox
  readonly pacing: Pacing
  readonly timeline: Timeline
  readonly conversation: Conversation
  readonly input: InputBuffer
  readonly nextScripted: () => ScriptedResponse | undefined
  readonly emit: (event: ServerEvent) => void
  /** To whoever looks on. */
  readonly tell: (fact: SessionFact) => void
  config: SessionConfig
  vad: EnergyVad | null
  /** The id announced by `speech_started`, until its audio is committed. */
  speech: { readonly itemId: string; readonly startByte: number } | null
  idle: IdleWatch | null
  /** The one response of the default conversation, and those out of band. */
  active: RunningResponse | null
  readonly outOfBand: Set<RunningResponse>
  hasSpoken: boolean
  tokensRead: TokenCounts
  tokensLeft: number
  /** Transcriptions held back by `reordered-transcription`. */
  readonly heldTranscriptions: (() => void)[]
}
