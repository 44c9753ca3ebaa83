import { msToSamples } from '../../shared/audio-format'
import type { AppError } from '../../shared/errors'
import { itemId } from '../../shared/ids'
import type { Settings } from '../../shared/settings'
import type { AudioPort } from '../core/ports'
import { createUserText } from '../core/realtime/client-event'
import { TUNING } from '../core/turn/tuning'
import type { AudioDownlink } from './audio-downlink'
import type { AudioUplink } from './audio-uplink'
import type { ConnectionRunner } from './connection-runner'
import type { ConversationStore } from './conversation-store'
import type { HandsFreeHands } from './hands-free-controller'
import type { ResponseRequests } from './response-requests'
import type { SessionConfigurer } from './session-configurer'
import type { TextQueue } from './text-queue'
import type { TurnController, TurnHands } from './turn-controller'

/** What both machines' commands are carried out with. */
export interface TalkParts {
  readonly port: AudioPort
  readonly uplink: AudioUplink
  readonly downlink: AudioDownlink
  readonly requests: ResponseRequests
  readonly connection: ConnectionRunner
  readonly configurer: SessionConfigurer
  readonly texts: TextQueue
  readonly conversation: ConversationStore
  readonly settings: () => Settings
  readonly notify: (error: AppError) => void
  readonly clearNotice: () => void
}

/** The turn machine's commands, carried out. */
export function turnHands(parts: TalkParts): TurnHands {
  const { port, uplink, downlink, requests, connection } = parts
  const begin = () => {
    connection.connect()
    parts.clearNotice()
  }
  return {
    openCapture: (turn, merge) => {
      port.openCapture(turn, parts.settings().microphone) // first: nothing may stand between the key and the microphone
      uplink.begin(turn, merge)
      begin()
    },
    closeCapture: (turn, keepTail) => port.closeCapture(turn, keepTail ? msToSamples(TUNING.releaseTailMs) : 0, TUNING.micLingerMs),
    discardInput: (turn) => uplink.discard(turn),
    commitInput: (turn) => uplink.commit(turn),
    sendText: (turn, text) => {
      begin()
      const item = itemId(`text_${turn}`)
      parts.conversation.apply({ type: 'local.userText', item, text })
      parts.texts.submit(turn, createUserText(item, text))
    },
    cancelResponse: () => {
      parts.texts.drop()
      requests.post({ type: 'cancel' })
    },
    stopPlayback: () => downlink.stop(),
    finishPlayback: () => downlink.finish(),
    notify: parts.notify,
  }
}

/** The hands-free machine's commands, carried out. `turns` is the other machine, which must be at rest first. */
export function handsFreeHands(parts: TalkParts, turns: () => TurnController): HandsFreeHands {
  const { port, uplink, downlink, requests, connection, configurer } = parts
  return {
    abandonTurn: () => turns().cancel(),
    openCapture: (stretch) => {
      port.openCapture(stretch, parts.settings().microphone)
      uplink.stream(stretch)
    },
    closeCapture: (stretch) => {
      port.closeCapture(stretch, 0, TUNING.micLingerMs)
      uplink.endStream(stretch)
    },
    sendTurnDetection: (on) => {
      if (connection.isReady) configurer.setTurnDetection(on ? 'hands-free' : 'hold')
      else connection.connect() // the machine asks again once it is ready
    },
    clearInput: () => uplink.clear(),
    padSilence: () => uplink.padSilence(msToSamples(TUNING.padSilenceMs)),
    stopPlayback: () => downlink.stop(),
    finishPlayback: () => downlink.finish(),
    cancelResponse: () => requests.post({ type: 'cancel' }),
    earcon: (name) => parts.settings().earcons && port.earcon(name),
    notify: parts.notify,
  }
}
