import { appError } from '../../shared/errors/errors'
import { FactQueue } from '../platform/fact-queue'
import type { Timers } from '../platform/ports'
import { listenToAudio } from './audio-facts'
import { ConversationStore } from './conversation/conversation-store'
import type { ClientEvent } from './core/realtime/client-event'
import { askingTurn } from './core/turn/projection'
import { stageBoundMs } from './core/turn/tuning'
import { type EffectParts, handsFreeEffects, turnEffects } from './effects'
import type { TalkExtension } from './extension'
import { Extensions } from './extensions'
import { handleFacts } from './fact-handler'
import type { TalkFact } from './facts'
import { HandsFreeController } from './hands-free-controller'
import { CancelUndo } from './input/cancel-undo'
import { DeliveryBound } from './input/delivery-bound'
import { createQuestions } from './input/questions'
import { spokenStretch } from './input/spoken-stretch'
import { KEEPS_NOTHING } from './input/speech-keeper'
import { TalkEars } from './input/talk-ears'
import { MachineStates } from './machine-states'
import { createDownlink } from './output/playback'
import { AnswerRetries } from './session/answer-retries'
import { createAnswering } from './session/answering'
import { ConnectionRunner } from './session/connection-runner'
import { SessionNames } from './session/names/session-names'
import { quietMoments } from './session/quiet-moments'
import { ResponseRequests } from './session/response-requests'
import { ServerEvents } from './session/server-events'
import { SessionConfigurer } from './session/session-configurer'
import { sessionLife } from './session/session-life'
import { talkDoors } from './talk-doors'
import type { Talk, TalkWorld } from './talk-types'
import { timersInOnePiece } from './timers-in-one-piece'
import { TurnController } from './turn-controller'

export type { Talk, TalkWorld } from './talk-types'

/** The engine, from the socket up: each part calls those above it in this list only by posting a fact, handled at the end. */
export function createTalk(world: TalkWorld, list: readonly TalkExtension[]): Talk {
  const { audio, trace, settings, logger, notify } = world
  const facts = new FactQueue<TalkFact>(logger)
  const { post, act } = facts
  const timers = timersInOnePiece(world.timers, act)
  const states = new MachineStates()
  const extensions = new Extensions(list, logger)
  const tap = extensions.audio
  const ears = new TalkEars({ audio, timers, trace, settings, handsFree: () => states.facts.on })
  const undo = new CancelUndo(timers, () => post({ type: 'stateChanged' }))
  const newNames = () => new SessionNames(world.mint, (item, wire) => trace.mark('named', { item, wire }))
  const connection = new ConnectionRunner({ ...world, timers, facts, isNeeded: () => states.needSession, newNames })
  const send = (event: ClientEvent) => connection.send(event)
  const conversation: ConversationStore = new ConversationStore({
    changed: (current) => post({ type: 'conversationChanged', conversation: current }),
    restore: () => extensions.restore(),
    mint: world.mint,
    budgetChars: world.seedBudgetChars,
    ...(world.imageUrls === undefined ? {} : { images: world.imageUrls }),
  })
  const asking = () => ({ turn: askingTurn(states.turn), welcome: states.handsFree.name === 'open' })
  const requests = new ResponseRequests(send, timers, asking, () => post({ type: 'stateChanged' }))
  const retries = new AnswerRetries({ ask: (turn) => requests.request(turn) }, timers)
  const { uplink, texts } = createQuestions({ connection, requests, tap, states, unsure: world.pressUnsure, trace })
  const downlink = createDownlink({ port: audio, send, conversation, trace, timers, tap, post })
  const configurer = new SessionConfigurer(
    {
      send,
      settings,
      parts: () => extensions.configure(),
      mode: () => states.mode,
      configured: () => connection.sessionUpdated(),
      unusable: (error) => connection.giveUp(error),
      turnDetectionSet: (mode) => post({ type: 'turnDetectionSet', mode }),
      turnDetectionRefused: (mode, error) => post({ type: 'handsFree', input: { type: 'refused', on: mode === 'hands-free', error } }),
      notify,
    },
    timers,
  )
  const delivery = new DeliveryBound(timers, () => settings().deliverWithinSeconds * 1_000, {
    waits: () => uplink.undelivered || texts.waits,
    isReady: () => connection.isReady,
    tryAgain: () => connection.networkBack(),
    undelivered: () => post({ type: 'turn', input: { type: 'connectionFailed', error: appError('undelivered') } }),
  })
  const parts: EffectParts & { readonly send: typeof send; readonly timers: Timers } = {
    ...world, timers, ears, undo, port: audio, drafts: world.drafts ?? KEEPS_NOTHING, uplink, downlink, requests, retries, connection, configurer, texts, conversation, extensions, delivery, states, send, post,
  }
  const turns = new TurnController({ effects: turnEffects(parts), states, timers, trace, boundMs: (stage) => stageBoundMs(stage, settings()), post })
  const stretch = spokenStretch(parts)
  const handsFree = new HandsFreeController({ effects: handsFreeEffects({ ...parts, stretch, turns }), states, timers, post })
  const answering = createAnswering(parts)
  const server = new ServerEvents({ ...parts, ...answering, logger })
  const quiet = quietMoments({ ...world, ...parts, timers, newNames, act })
  const life = sessionLife({ ...parts, tap, stretch, turns, handsFree, handover: quiet.handover, connected: world.connected })
  listenToAudio({ ...world, ears, audio, turns, handsFree, uplink, downlink, act })
  facts.handle(handleFacts({ ...parts, ...answering, world, timers, turns, handsFree, server, quiet, life }))
  return talkDoors({ ...parts, world, act, turns, handsFree, stretch, life, quiet })
}

