import { msToSamples } from '../../shared/audio-format'
import type { AppError } from '../../shared/errors/errors'
import type { Settings } from '../../shared/settings'
import type { AudioPort } from '../platform/ports'
import { padSilenceMs } from './core/realtime/turn-detection'
import { TUNING } from './core/turn/tuning'
import type { AnswerRetries } from './session/answer-retries'
import type { AudioDownlink } from './output/audio-downlink'
import type { AudioLedger } from '../history/ledger/audio-ledger'
import type { AudioUplink } from './input/audio-uplink'
import type { ConnectionRunner } from './session/connection-runner'
import type { ConversationStore } from './conversation/conversation-store'
import type { DeliveryBound } from './input/delivery-bound'
import type { CancelUndo } from './input/cancel-undo'
import type { Drafts, Kept } from '../history/drafts/drafts'
import type { HandsFreeHands } from './hands-free-controller'
import type { Replay } from './output/replay'
import type { ResponseRequests } from './session/response-requests'
import { showImages, typedQuestion } from '../images/shown-images'
import type { SessionConfigurer } from './session/session-configurer'
import type { SpokenStretch } from './input/spoken-stretch'
import type { TalkEars } from './input/talk-ears'
import type { TalkImages } from '../images/talk-images'
import type { TextQueue } from './input/text-queue'
import type { TurnController, TurnHands } from './turn-controller'

/** What both machines' commands are carried out with. */
export interface TalkParts {
  readonly port: AudioPort
  readonly ears: TalkEars
  readonly uplink: AudioUplink
  readonly downlink: AudioDownlink
  readonly requests: ResponseRequests
  readonly retries: AnswerRetries
  readonly connection: ConnectionRunner
  readonly configurer: SessionConfigurer
  readonly texts: TextQueue
  readonly conversation: ConversationStore
  readonly images: TalkImages
  readonly drafts: Drafts
  readonly undo: Pick<CancelUndo, 'discarded' | 'withdraw'>
  readonly replay: Replay
  readonly ledger: Pick<AudioLedger, 'end' | 'told'>
  readonly delivery: DeliveryBound
  readonly settings: () => Settings
  /** Unique for ever: a typed question keeps its id in the history, where later runs go on with its conversation. */
  readonly mint: () => string
  readonly notify: (error: AppError) => void
  readonly clearNotice: () => void
}

/** The turn machine's commands, carried out. `turns`: the machine itself, for a fact that is known at once. */
export function turnHands(parts: TalkParts, turns: () => TurnController): TurnHands {
  const { port, uplink, downlink, requests, connection, delivery, ledger } = parts
  const { earcon } = parts.ears
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
    if (state.name === 'failed' && !(state.exhausted && delivery.exhausted())) turns().post({ type: 'connectionFailed', error: state.error })
  }
  return {
    openCapture: (turn, merge) => {
      parts.ears.openTurn(turn) // first: nothing may stand between the key and the microphone
      if (!merge) earcon('listen')
      uplink.begin(turn, merge)
      parts.replay.stop()
      begin()
    },
    closeCapture: (turn, keepTail) => port.closeCapture(turn, keepTail ? msToSamples(TUNING.releaseTailMs) : 0, TUNING.micLingerMs),
    discardInput: (turn, why) => {
      if (why === 'cancelled' && uplink.again === null) parts.undo.discarded(uplink.speech, uplink.spokenSamples) // once asked, it stands in the talk
      uplink.discard(turn)
      ledger.end(why)
    },
    keepInput: (turn) => {
      const item = uplink.again?.item ?? null
      const speech = uplink.take(turn)
      kept = parts.drafts.keep(turn, speech, item)
      // A dead session had it already: told to the next one, too, it would be said twice once the draft is sent.
      if (kept === 'kept' && speech !== null && item !== null) parts.conversation.withhold(item)
      parts.texts.drop() // what was typed stands in the conversation
      parts.retries.cancel()
      ledger.end('undelivered')
    },
    commitInput: (turn) => {
      showImages(parts)
      uplink.commit(turn)
      asked()
    },
    sendSubmission: (turn, what) => {
      parts.replay.stop()
      begin()
      if (what.kind === 'speech') {
        uplink.load(turn, what.pcm, what.draft === null ? null : parts.drafts.sendsAgain(turn, what.draft))
      } else if (what.kind === 'again') {
        parts.texts.repeat(turn)
      } else {
        const { item, event } = typedQuestion(parts, what.text)
        parts.texts.submit(turn, item, event)
      }
      asked()
    },
    cancelResponse: () => {
      parts.conversation.answerGivenUp()
      parts.texts.drop()
      parts.retries.cancel()
      requests.cancel()
    },
    stopPlayback: () => downlink.stop(),
    finishPlayback: () => downlink.finish(),
    notify: (error) => {
      parts.notify(withFate(error, kept))
      kept = 'nothing'
    },
  }
}

/** The sentence for the person says what became of the speech, too. */
function withFate(error: AppError, kept: Kept): AppError {
  if (kept === 'private') return { ...error, tag: 'undelivered-private' }
  if (kept === 'nothing' && error.tag === 'undelivered') return { tag: 'network' } // typed, or but a breath
  return kept === 'kept' ? { ...error, kept: true } : error
}

/** The hands-free machine's commands, carried out. `turns` is the other machine, which must be at rest first. */
export function handsFreeHands(parts: TalkParts & { readonly stretch: SpokenStretch }, turns: () => TurnController): HandsFreeHands {
  const { port, uplink, downlink, requests, connection, configurer } = parts
  return {
    abandonTurn: () => turns().cancel(),
    keepSpeech: () => parts.stretch.cutShort(),
    openCapture: (stretch) => {
      parts.ears.openStretch(stretch)
      uplink.stream(stretch)
    },
    closeCapture: (stretch) => {
      port.closeCapture(stretch, 0, TUNING.micLingerMs)
      uplink.endStream(stretch)
    },
    goOn: () => uplink.goOn(),
    sendTurnDetection: (on) => {
      if (connection.isReady) configurer.setTurnDetection(on ? 'hands-free' : 'hold')
      else connection.connect() // the machine asks again once it is ready
    },
    clearInput: () => uplink.clear(),
    padSilence: () => uplink.padSilence(msToSamples(padSilenceMs(configurer.vad))),
    stopPlayback: () => {
      downlink.stop()
      parts.replay.stop()
    },
    finishPlayback: () => downlink.finish(),
    cancelResponse: () => requests.cancel(),
    earcon: parts.ears.earcon,
    notify: parts.notify,
  }
}
