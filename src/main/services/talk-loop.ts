import { appError, type AppError } from '../../shared/errors'
import { turnId } from '../../shared/ids'
import type { Settings, TalkMode } from '../../shared/settings'
import type { AudioPort, Logger, RealtimeTransport, Timers, TraceSink } from '../core/ports'
import type { ClientEvent } from '../core/realtime/client-event'
import { turnPhase } from '../core/turn/projection'
import { listenToAudio } from './audio-facts'
import { ConnectionRunner } from './connection-runner'
import { ConversationStore } from './conversation-store'
import { type PracticeAddress, transportTarget } from './endpoint-target'
import { HandsFreeController } from './hands-free-controller'
import { createDownlink } from './playback'
import { createQuestions } from './questions'
import { RealtimeSession } from './realtime-session'
import { ResponseRequests } from './response-requests'
import type { Secrets } from './secrets'
import { SessionConfigurer } from './session-configurer'
import { sessionLife } from './session-life'
import { handsFreeHands, type TalkParts, turnHands } from './talk-hands'
import { TurnController } from './turn-controller'
import type { ViewParts } from './view-projection'

export interface TalkLoopParts {
  readonly transport: RealtimeTransport
  readonly audio: AudioPort
  readonly timers: Timers
  readonly random: () => number
  readonly logger: Logger
  readonly trace: TraceSink
  readonly practice: PracticeAddress
  readonly secrets: Secrets
  readonly settings: () => Settings
  readonly notify: (error: AppError) => void
  readonly clearNotice: () => void
  readonly connected: () => void
  readonly viewChanged: () => void
  readonly conversationChanged: () => void
}

export interface TalkLoop {
  readonly turns: TurnController
  readonly handsFree: HandsFreeController
  readonly conversation: ConversationStore
  /** What a key or a button means depends on the talk mode. */
  readonly verbs: { press(): void; release(): void; cancel(): void }
  setMode(mode: TalkMode): void
  toggleMode(): void
  /** A new session. `elsewhere`: with another server, which is told nothing of what was said so far. */
  reconnect(elsewhere?: 'elsewhere'): void
  reconfigure(): void
  retryConnection(): void
  pageLost(): void
  stop(): void
  facts(): Pick<ViewParts, 'turnPhase' | 'handsFree' | 'playing' | 'responding' | 'connection'>
}

/** Puts the talk loop together: two machines, one socket, two audio directions. Each part is a file of its own. */
export function createTalkLoop(parts: TalkLoopParts): TalkLoop {
  const { audio, timers, trace, settings, viewChanged } = parts
  const send = (event: ClientEvent) => connection.send(event)
  const conversation = new ConversationStore(parts.conversationChanged)
  const requests = new ResponseRequests(send, timers, viewChanged)
  const connection: ConnectionRunner = new ConnectionRunner(
    parts.transport,
    {
      target: async () => {
        const { secret } = await parts.secrets.find(settings().endpoint)
        viewChanged() // now it is known where the key is
        return transportTarget(settings(), secret, parts.practice)
      },
      configure: () => configurer.configure(),
      ready: () => life.begun(),
      lost: (error) => life.gone('connectionLost', error),
      failed: (error) => life.gone('connectionFailed', error),
      message: (text) => session.receive(text),
      changed: (state) => {
        trace.mark('connection', { state: state.name })
        viewChanged()
      },
    },
    timers,
    parts.random,
    parts.logger,
    trace,
  )
  const { uplink, texts } = createQuestions({ connection, requests, trace })
  const downlink = createDownlink({ port: audio, send, conversation, trace, drained: (turn) => turns.post({ type: 'playbackDrained', turn }), changed: viewChanged })
  const configurer: SessionConfigurer = new SessionConfigurer({
    send,
    settings,
    configured: () => connection.sessionUpdated(),
    unusable: (error) => connection.giveUp(error),
    turnDetectionSet: (mode) => handsFree.turnDetectionSet(mode === 'hands-free'),
    notify: parts.notify,
  })
  const talk: TalkParts = { ...parts, port: audio, uplink, downlink, requests, connection, configurer, texts, conversation }
  const turns: TurnController = new TurnController(turnHands(talk), timers, trace, (count) => turnId(`turn_${String(count)}`), viewChanged)
  const handsFree: HandsFreeController = new HandsFreeController(
    handsFreeHands(talk, () => turns),
    timers,
    (count) => turnId(`stretch_${String(count)}`),
    (state) => {
      trace.mark('mode', { mode: handsFree.on ? 'hands-free' : 'hold', open: state.name === 'open' && !state.muted })
      viewChanged()
    },
  )
  const session = new RealtimeSession({
    ...talk,
    logger: parts.logger,
    listener: {
      answerStarted: (turn, item) => {
        trace.mark('firstDelta', { turn, item })
        turns.post({ type: 'audioStarted', turn })
      },
      answerDone: (turn) => turns.post({ type: 'responseDone', turn, more: false }),
      answerFailed: (turn, error) => turns.post({ type: 'responseFailed', turn, error }),
      trouble: parts.notify,
      speechStarted: () => handsFree.post({ type: 'speechStarted' }),
      speechStopped: () => handsFree.post({ type: 'speechStopped' }),
    },
  })
  listenToAudio({ audio, turns, handsFree, uplink, downlink, trace, notify: parts.notify })

  const life = sessionLife({ ...talk, turns, handsFree, connected: parts.connected })
  const setMode = (mode: TalkMode) => handsFree.post({ type: mode === 'hands-free' ? 'arm' : 'disarm' })
  return {
    turns,
    handsFree,
    conversation,
    verbs: {
      press: () => (handsFree.on ? handsFree.toggleMute() : turns.press()),
      release: () => (handsFree.on ? undefined : turns.release()),
      cancel: () => (handsFree.on ? handsFree.post({ type: 'cancel' }) : turns.cancel()),
    },
    setMode,
    toggleMode: () => setMode(handsFree.on ? 'hold' : 'hands-free'),
    reconnect: (elsewhere) => {
      life.end()
      if (elsewhere !== undefined) conversation.seal()
      connection.connect()
    },
    reconfigure: () => connection.isReady && configurer.reconfigure(handsFree.on ? 'hands-free' : 'hold'),
    retryConnection: () => connection.retryNow(),
    pageLost: () => {
      handsFree.post({ type: 'reset' })
      turns.post({ type: 'reset' })
      downlink.lost()
      parts.notify(appError('unexpected', 'the page ended'))
    },
    stop: () => life.end(),
    facts: () => ({
      turnPhase: turnPhase(turns.state),
      handsFree: handsFree.facts,
      playing: downlink.playing,
      responding: requests.busy,
      connection: connection.state,
    }),
  }
}
