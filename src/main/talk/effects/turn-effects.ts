import { msToSamples } from '../../../shared/audio/audio-format'
import { type TurnId } from '../../../shared/ids'
import { TUNING } from '../core/turn/tuning'
import { bringItems } from '../input/brought-items'
import type { Kept } from '../input/speech-drafts'
import type { TurnEffects } from '../turn-controller'
import type { EffectParts } from './effect-parts'
import { sendWhole } from './send-whole'
import { SpeechFate } from './speech-fate'

type InputEffects = Pick<TurnEffects, 'openCapture' | 'closeCapture' | 'discardInput' | 'keepInput'>
type QuestionEffects = Pick<TurnEffects, 'commitInput' | 'sendSubmission'>
type AnswerEffects = Pick<TurnEffects, 'cancelResponse' | 'stopPlayback' | 'finishPlayback'>

/** The turn machine's commands, carried out. */
export function turnEffects(parts: EffectParts): TurnEffects {
  const fate = new SpeechFate()
  const begin = () => {
    fate.forget() // a turn that was reset kept its speech without a word
    parts.undo.withdraw()
    parts.clearNotice()
    parts.connection.connect() // last: it may fail at once, and what it says then must stay
  }
  return {
    ...inputEffects(parts, fate, begin),
    ...questionEffects(parts, begin),
    ...answerEffects(parts),
    notify: (error) => parts.notify(fate.tell(error)),
  }
}

/** What is said, while it is said, and where it goes if it is not asked. */
function inputEffects(parts: EffectParts, fate: SpeechFate, begin: () => void): InputEffects {
  const { port, audioInput, extensions } = parts
  return {
    openCapture: (turn, merge) => {
      parts.turnCapture.openTurn(turn) // first: nothing may stand between the key and the microphone
      if (!merge) parts.turnCapture.earcon('listen')
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
      fate.is(keepSpeech(parts, turn))
      parts.pendingText.drop() // what was typed stands in the conversation
      parts.calls.interrupt()
      parts.retries.cancel()
      extensions.audio.ended('undelivered')
    },
  }
}

function keepSpeech({ audioInput, drafts, conversation }: EffectParts, turn: TurnId): Kept {
  const item = audioInput.again?.item ?? null
  const speech = audioInput.take(turn)
  const kept = drafts.keep(turn, speech, item)
  // A dead session had it already: told to the next one, too, it would be said twice once the draft is sent.
  if (kept === 'kept' && speech !== null && item !== null) conversation.withhold(item)
  return kept
}

/** What is asked, on its way to the server within its bound. */
function questionEffects(parts: EffectParts, begin: () => void): QuestionEffects {
  const { connection, delivery } = parts
  const asked = () => {
    delivery.start()
    const { state } = connection
    if (state.name === 'failed' && !(state.exhausted && delivery.exhausted())) parts.post({ type: 'turn', input: { type: 'connectionFailed', error: state.error } })
  }
  return {
    commitInput: (turn) => {
      bringItems(parts)
      parts.post({ type: 'turnAsked', turn, by: 'held' })
      parts.audioInput.commit(turn)
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
  }
}

/** What is answered, and heard. */
function answerEffects({ conversation, pendingText, retries, calls, requests, audioOutput }: EffectParts): AnswerEffects {
  return {
    cancelResponse: () => {
      conversation.answerGivenUp()
      pendingText.drop()
      retries.cancel()
      calls.interrupt()
      requests.cancel()
    },
    stopPlayback: () => audioOutput.stop(),
    finishPlayback: () => audioOutput.finish(),
  }
}
