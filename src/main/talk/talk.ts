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
import { hearFacts } from './hear-facts'
import type { TalkFact } from './facts'
import { HandsFreeController } from './hands-free-controller'
import { CancelUndo } from './input/cancel-undo'
import { DeliveryBound } from './input/delivery-bound'
import { createQuestions } from './input/questions'
import { spokenSegment } from './input/spoken-segment'
import { NO_DRAFTS } from './input/speech-drafts'
import { TurnCapture } from './input/turn-capture'
import { MachineStates } from './machine-states'
import { createAudioOutput } from './output/playback'
import { AnswerRetries } from './session/answer-retries'
import { createAnswering } from './session/answering'
import { FunctionCalls } from './session/calls/function-calls'
import { ConnectionRunner } from './session/connection-runner'
import { SessionNames } from './session/names/session-names'
import { quietMoments } from './session/quiet-moments'
import { ResponseRequests } from './session/response-requests'
import { ServerEvents } from './session/server-events'
import { SessionConfigurer } from './session/session-configurer'
import { createSessionManager } from './session/session-manager'
import { talkDoors } from './talk-doors'
import type { Talk, TalkWorld } from './talk-types'
import { timersInOnePiece } from './timers-in-one-piece'
import { TurnController } from './turn-controller'

export type { Talk, TalkWorld } from './talk-types'

/** The engine, from the socket up: each part tells those that come after it only by posting a fact, handled at the end. */
export function createTalk(world: TalkWorld, list: readonly TalkExtension[]): Talk {
  const { audio, trace, settings, logger, notify } = world
  const facts = new FactQueue<TalkFact>(logger)
  const { post, act } = facts
  const timers = timersInOnePiece(world.timers, act)
  const states = new MachineStates()
  const extensions = new Extensions(list, logger)
  const tap = extensions.audio
  const turnCapture = new TurnCapture({ audio, timers, trace, settings, handsFree: () => states.mode === 'hands-free' })
  const undo = new CancelUndo(timers, () => post({ type: 'stateChanged' }))
  const newNames = () => new SessionNames(world.mint, (item, wire) => trace.mark('named', { item, wire }))
  const connection = new ConnectionRunner({ ...world, timers, facts, isNeeded: () => states.needSession, newNames })
  const send = (event: ClientEvent) => connection.send(event)
  const conversation = new ConversationStore({
    changed: (current) => post({ type: 'conversationChanged', conversation: current }),
    restore: () => extensions.restore(),
    mint: world.mint,
    budgetChars: world.restoreBudgetChars,
    ...(world.imageUrls === undefined ? {} : { images: world.imageUrls }),
  })
  const asking = () => ({ turn: askingTurn(states.turn), welcome: states.handsFree.name === 'open' })
  const requests = new ResponseRequests(send, timers, asking, () => post({ type: 'stateChanged' }))
  const retries = new AnswerRetries({ ask: (turn) => requests.request(turn) }, timers)
  const calls = new FunctionCalls({ connection, conversation, requests, extensions, states, mint: world.mint, timers, post, logger })
  const { audioInput, pendingText } = createQuestions({ connection, requests, tap, states, unsure: world.pressUnsure, trace })
  const audioOutput = createAudioOutput({ port: audio, send, conversation, trace, timers, tap, post })
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
    waits: () => audioInput.undelivered || pendingText.waits || calls.waits,
    isReady: () => connection.isReady,
    tryAgain: () => connection.networkBack(),
    undelivered: () => post({ type: 'turn', input: { type: 'connectionFailed', error: appError('undelivered') } }),
  })
  const parts: EffectParts & { readonly send: typeof send; readonly timers: Timers } = {
    ...world, timers, turnCapture, undo, port: audio, drafts: world.drafts ?? NO_DRAFTS, audioInput, audioOutput, requests, retries, calls, connection, configurer, pendingText, conversation, extensions, delivery, states, send, post,
  }
  const turns = new TurnController({ effects: turnEffects(parts), states, timers, trace, boundMs: (stage) => stageBoundMs(stage, settings()), post })
  const segment = spokenSegment(parts)
  const handsFree = new HandsFreeController({ effects: handsFreeEffects({ ...parts, segment, turns }), states, timers, post })
  const answering = createAnswering(parts)
  const server = new ServerEvents({ ...parts, ...answering, logger })
  const announce = (text: string): boolean => {
    const refusal = extensions.admit({ mode: states.mode })
    if (refusal === null) turns.submit({ kind: 'announcement', text })
    return refusal === null
  }
  const quiet = quietMoments({ ...world, ...parts, timers, newNames, act, announce })
  const session = createSessionManager({ ...parts, tap, segment, turns, handsFree, handover: quiet.handover, connected: world.connected })
  listenToAudio({ ...world, turnCapture, audio, turns, handsFree, audioInput, audioOutput, act })
  facts.handle(hearFacts({ ...parts, ...answering, world, timers, turns, handsFree, server, quiet, session }))
  return talkDoors({ ...parts, world, act, turns, handsFree, segment, session, quiet })
}

