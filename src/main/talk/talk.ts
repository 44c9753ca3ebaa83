import { unknownServer } from '../providers/core/known-server'
import { FactQueue } from '../platform/fact-queue'
import type { Timers } from '../platform/ports'
import { listenToAudio } from './audio-facts'
import type { ClientEvent } from './core/realtime/client-event'
import { askingTurn } from './core/turn/projection'
import { stageBoundMs } from './core/turn/tuning'
import type { EffectParts } from './effects/effect-parts'
import { handsFreeEffects } from './effects/hands-free-effects'
import { turnEffects } from './effects/turn-effects'
import { announceBy, configurerOf, conversationOf, deliveryOf } from './engine-parts'
import type { TalkExtension } from './extension'
import { Extensions } from './extensions'
import { hearFacts } from './hear-facts'
import type { TalkFact } from './facts'
import { HandsFreeController } from './hands-free-controller'
import { CancelUndo } from './input/cancel-undo'
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
import { SessionManager } from './session/session-manager'
import { StateChanges } from './state-changes'
import { talkDoors } from './talk-doors'
import type { Talk, TalkWorld } from './talk-types'
import { timersInOnePiece } from './timers-in-one-piece'
import { TurnController } from './turn-controller'

export type { Talk, TalkWorld } from './talk-types'

const always = <T>(value: T) => (): T => value

/** The engine, from the socket up: each part tells those that come after it only by posting a fact, handled at the end. */
export function createTalk(world: TalkWorld, list: readonly TalkExtension[]): Talk {
  const { audio, trace, settings, logger } = world
  const facts = new FactQueue<TalkFact>(logger)
  const { post, act } = facts
  const timers = timersInOnePiece(world.timers, act)
  const states = new MachineStates()
  const extensions = new Extensions(list, logger)
  const tap = extensions.audio
  const turnCapture = new TurnCapture({ audio, timers, trace, settings, handsFree: () => states.mode === 'hands-free' })
  const undo = new CancelUndo(timers, () => post({ type: 'stateChanged' }))
  const newNames = () => new SessionNames(world.mint, (item, wire) => trace.mark('named', { item, wire }))
  const known = world.server ?? always(unknownServer())
  const connection = new ConnectionRunner({ ...world, server: known, timers, facts, isNeeded: () => states.needSession, newNames })
  const send = (event: ClientEvent) => connection.send(event)
  const conversation = conversationOf(world, extensions, post)
  const asking = () => ({ turn: askingTurn(states.turn), welcome: states.handsFree.name === 'open' })
  const requests = new ResponseRequests({ send, server: known }, timers, asking, () => post({ type: 'stateChanged' }))
  const retries = new AnswerRetries({ ask: (turn) => requests.request(turn) }, timers)
  const calls = new FunctionCalls({ connection, conversation, requests, extensions, states, mint: world.mint, timers, post, logger })
  const { audioInput, pendingText } = createQuestions({ connection, requests, server: known, tap, states, unsure: world.pressUnsure, trace })
  const audioOutput = createAudioOutput({ port: audio, send, server: known, mint: world.mint, conversation, trace, timers, tap, post })
  const configurer = configurerOf({ ...world, server: known, timers, send, extensions, states, connection, post })
  const delivery = deliveryOf({ timers, settings, audioInput, pendingText, calls, connection, post })
  const parts: EffectParts & { readonly send: typeof send; readonly timers: Timers } = {
    ...world, timers, turnCapture, undo, port: audio, drafts: world.drafts ?? NO_DRAFTS, audioInput, audioOutput, requests, retries, calls, connection, configurer, pendingText, conversation, extensions, delivery, states, send, post,
  }
  const turns = new TurnController({ effects: turnEffects(parts), states, timers, trace, boundMs: (stage) => stageBoundMs(stage, settings()), post })
  const segment = spokenSegment(parts)
  const handsFree = new HandsFreeController({ effects: handsFreeEffects({ ...parts, segment, turns }), states, timers, post })
  const answering = createAnswering(parts)
  const server = new ServerEvents({ ...parts, ...answering, known, logger })
  const quiet = quietMoments({ ...world, ...parts, server: known, timers, newNames, act, announce: announceBy(turns, extensions, states) })
  const session = new SessionManager({ ...parts, tap, segment, turns, handsFree, handover: quiet.handover, connected: world.connected })
  listenToAudio({ ...world, turnCapture, audio, turns, handsFree, audioInput, audioOutput, act })
  const changes = new StateChanges({ timers, trace, turns, calls, quiet, readiness: turnCapture.readiness, viewChanged: world.viewChanged }, connection.state.name)
  facts.handle(hearFacts({ ...parts, turns, handsFree, server, quiet, session, changes }))
  return talkDoors({ ...parts, known, world, act, turns, handsFree, segment, session, quiet })
}

