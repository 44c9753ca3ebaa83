import type { AppError } from '../../../shared/errors/errors'
import type { Settings } from '../../../shared/settings'
import type { AudioPort, TraceSink } from '../../platform/ports'
import type { ConversationStore } from '../conversation/conversation-store'
import type { Extensions } from '../extensions'
import type { PostTalkFact } from '../facts'
import type { AudioInput } from '../input/audio-input'
import type { CancelUndo } from '../input/cancel-undo'
import type { DeliveryBound } from '../input/delivery-bound'
import type { SpeechDrafts } from '../input/speech-drafts'
import type { TurnCapture } from '../input/turn-capture'
import type { PendingText } from '../input/pending-text'
import type { MachineStates } from '../machine-states'
import type { AudioOutput } from '../output/audio-output'
import type { ClipPlayer } from '../output/clip-player'
import type { AnswerRetries } from '../session/answer-retries'
import type { FunctionCalls } from '../session/calls/function-calls'
import type { ConnectionRunner } from '../session/connection-runner'
import type { ResponseRequests } from '../session/response-requests'
import type { SessionConfigurer } from '../session/session-configurer'

/** What both machines' commands are carried out with. */
export interface EffectParts {
  readonly port: AudioPort
  readonly turnCapture: TurnCapture
  readonly audioInput: AudioInput
  readonly audioOutput: AudioOutput
  readonly requests: ResponseRequests
  readonly retries: AnswerRetries
  readonly calls: FunctionCalls
  readonly connection: ConnectionRunner
  readonly configurer: SessionConfigurer
  readonly pendingText: PendingText
  readonly conversation: ConversationStore
  readonly extensions: Extensions
  readonly drafts: SpeechDrafts
  readonly undo: CancelUndo
  readonly clips: ClipPlayer
  readonly delivery: DeliveryBound
  readonly states: MachineStates
  readonly trace: TraceSink
  readonly settings: () => Settings
  /** Unique for ever: a typed question keeps its id in the history, where later runs go on with its conversation. */
  readonly mint: () => string
  readonly notify: (error: AppError) => void
  readonly clearNotice: () => void
  readonly post: PostTalkFact
}
