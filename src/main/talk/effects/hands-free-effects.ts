import { msToSamples } from '../../../shared/audio/audio-format'
import { padSilenceMs } from '../core/realtime/turn-detection'
import { isHandsFree, listens } from '../core/turn/hands-free-view'
import { TUNING } from '../core/turn/tuning'
import type { HandsFreeEffects } from '../hands-free-controller'
import type { SpokenSegment } from '../input/spoken-segment'
import type { TurnController } from '../turn-controller'
import type { EffectParts } from './effect-parts'

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
