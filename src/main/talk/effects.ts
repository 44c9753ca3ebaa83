import { msToSamples } from '../../shared/audio-format'
import type { AppError } from '../../shared/errors/errors'
import { itemId, type TurnId } from '../../shared/ids'
import type { Settings } from '../../shared/settings'
import type { AudioPort, TraceSink } from '../platform/ports'
import { createSystemText } from './core/realtime/client-event'
import { padSilenceMs } from './core/realtime/turn-detection'
import { isHandsFree, listens } from './core/turn/hands-free-view'
import { TUNING } from './core/turn/tuning'
import type { ConversationStore } from './conversation/conversation-store'
import type { Extensions } from './extensions'
import type { PostTalkFact } from './facts'
import type { HandsFreeEffects } from './hands-free-controller'
import type { AudioInput } from './input/audio-input'
import { bringItems, typedQuestion } from './input/brought-items'
import type { CancelUndo } from './input/cancel-undo'
import type { DeliveryBound } from './input/delivery-bound'
import type { Kept, SpeechDrafts } from './input/speech-drafts'
import type { SpokenSegment } from './input/spoken-segment'
import type { TurnCapture } from './input/turn-capture'
import type { PendingText } from './input/pending-text'
import type { MachineStates } from './machine-states'
import type { AudioOutput } from './output/audio-output'
import type { ClipPlayer } from './output/clip-player'
import type { AnswerRetries } from './session/answer-retries'
import type { FunctionCalls } from './session/calls/function-calls'
import type { ConnectionRunner } from './session/connection-runner'
import type { ResponseRequests } from './session/response-requests'
import type { SessionConfigurer } from './session/session-configurer'
import type { Submission, TurnController, TurnEffects } from './turn-controller'

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

/** The turn machine's commands, carried out. */
export function turnEffects(parts: EffectParts): TurnEffects {
  const { port, audioInput, audioOutput, requests, connection, delivery, extensions } = parts
  const { earcon } = parts.turnCapture
  let kept: Kept = 'nothing'
  const begin = () => {
    kept = 'nothing' // a turn that was reset kept its speech without a word
    parts.undo.withdraw()
    parts.clearNotice()
    connection.connect() // last: it may fail at once, and what it says then must stay
  }
  const asked = () => {
    delivery.start()
    const { state } = connection
    if (state.name === 'failed' && !(state.exhausted && delivery.exhausted())) parts.post({ type: 'turn', input: { type: 'connectionFailed', error: state.error } })
  }
  return {
    openCapture: (turn, merge) => {
      parts.turnCapture.openTurn(turn) // first: nothing may stand between the key and the microphone
      if (!merge) earcon('listen')
      audioInput.begin(turn, merge)
      parts.clips.stop()
      parts.calls.interrupt()
      begin()
    },
    closeCapture: (turn, keepTail) => port.closeCapture(turn, keepTail ? msToSamples(TUNING.releaseTailMs) : 0, TUNING.micLingerMs),
    discardInput: (turn, why) => {
      if (why === 'cancelled' && audioInput.again === null) parts.undo.discarded(audioInput.speech, audioInput.spokenSamples) // once asked, it stands in the talk
      audioInput.discard(turn)
      extensions.audio.ended(why)
    },
    keepInput: (turn) => {
      const item = audioInput.again?.item ?? null
      const speech = audioInput.take(turn)
      kept = parts.drafts.keep(turn, speech, item)
      // A dead session had it already: told to the next one, too, it would be said twice once the draft is sent.
      if (kept === 'kept' && speech !== null && item !== null) parts.conversation.withhold(item)
      parts.pendingText.drop() // what was typed stands in the conversation
      parts.calls.interrupt()
      parts.retries.cancel()
      extensions.audio.ended('undelivered')
    },
    commitInput: (turn) => {
      bringItems(parts)
      parts.post({ type: 'turnAsked', turn, by: 'held' })
      audioInput.commit(turn)
      asked()
    },
    sendSubmission: (turn, what) => {
      parts.clips.stop()
      parts.calls.interrupt()
      if (what.kind === 'announcement') connection.connect()
      else begin()
      sendWhole(parts, turn, what)
      asked()
    },
    cancelResponse: () => {
      parts.conversation.answerGivenUp()
      parts.pendingText.drop()
      parts.retries.cancel()
      parts.calls.interrupt()
      requests.cancel()
    },
    stopPlayback: () => audioOutput.stop(),
    finishPlayback: () => audioOutput.finish(),
    notify: (error) => {
      parts.notify(withFate(error, kept))
      kept = 'nothing'
    },
  }
}

/** A question that comes whole takes the road of a turn. */
function sendWhole(parts: EffectParts, turn: TurnId, what: Submission): void {
  const { audioInput, pendingText, post } = parts
  switch (what.kind) {
    case 'speech':
      post({ type: 'turnAsked', turn, by: 'draft' })
      return audioInput.load(turn, what.pcm, what.draft === null ? null : parts.drafts.sendsAgain(turn, what.draft))
    case 'again':
      return pendingText.repeat(turn)
    case 'announcement': {
      const item = itemId(parts.mint())
      return pendingText.submit(turn, item, createSystemText(item, what.text))
    }
    case 'text': {
      post({ type: 'turnAsked', turn, by: 'typed' })
      const { item, event } = typedQuestion(parts, what.text)
      return pendingText.submit(turn, item, event)
    }
  }
}

/** The sentence for the person says what became of the speech, too. */
function withFate(error: AppError, kept: Kept): AppError {
  if (kept === 'private') return { ...error, tag: 'undelivered-private' }
  if (kept === 'nothing' && error.tag === 'undelivered') return { tag: 'network' } // typed, or but a breath
  return kept === 'kept' ? { ...error, kept: true } : error
}

export interface HandsFreeEffectParts extends EffectParts {
  readonly segment: SpokenSegment
  /** The other machine, which must be at rest first. */
  readonly turns: TurnController
}

/** The hands-free machine's commands, carried out. */
export function handsFreeEffects(parts: HandsFreeEffectParts): HandsFreeEffects {
  const { port, audioInput, audioOutput, requests, connection, configurer, states, extensions } = parts
  return {
    abandonTurn: () => parts.turns.cancel(),
    keepSpeech: () => parts.segment.cutShort(),
    openCapture: (segment) => {
      parts.turnCapture.openSegment(segment)
      audioInput.stream(segment)
    },
    closeCapture: (segment) => {
      port.closeCapture(segment, 0, TUNING.micLingerMs)
      audioInput.endStream(segment)
    },
    goOn: () => audioInput.goOn(),
    sendTurnDetection: (on) => {
      if (connection.isReady) configurer.setTurnDetection(on ? 'hands-free' : 'hold')
      else connection.connect() // the machine asks again once it is ready
    },
    clearInput: () => audioInput.clear(),
    padSilence: () => audioInput.padSilence(msToSamples(padSilenceMs(configurer.vad))),
    stopPlayback: () => {
      audioOutput.stop()
      parts.clips.stop()
    },
    finishPlayback: () => audioOutput.finish(),
    cancelResponse: () => {
      parts.calls.interrupt()
      requests.cancel()
    },
    earcon: parts.turnCapture.earcon,
    notify: parts.notify,
    entered: (state) => {
      const open = listens(state)
      if (!open && states.turn.name === 'idle') extensions.audio.ended(isHandsFree(state) ? 'muted' : 'mode')
      if (state.name === 'off') parts.segment.leave()
      parts.trace.mark('mode', { mode: states.mode, open })
    },
  }
}
