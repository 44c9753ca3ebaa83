import { appError } from '../../shared/errors/errors'
import { turnId } from '../../shared/ids'
import type { TalkMode } from '../../shared/settings'
import type { ClientEvent } from './core/realtime/client-event'
import { askingTurn, turnPhase } from './core/turn/projection'
import { stageBoundMs } from './core/turn/tuning'
import { AnswerRetries } from './session/answer-retries'
import { createAnswering } from './session/answering'
import { listenToAudio } from './audio-facts'
import { ConnectionRunner } from './session/connection-runner'
import { ConversationStore } from './conversation/conversation-store'
import { DeliveryBound } from './input/delivery-bound'
import { reach } from '../providers/reach'
import { HandsFreeController } from './hands-free-controller'
import { SessionNames } from './session/names/session-names'
import { createDownlink } from './output/playback'
import { createQuestions } from './input/questions'
import { quietMoments } from './session/quiet-moments'
import { RealtimeSession } from './session/realtime-session'
import { ResponseRequests } from './session/response-requests'
import { SessionConfigurer } from './session/session-configurer'
import { showImages } from '../images/shown-images'
import { sessionLife } from './session/session-life'
import { Summarizer } from '../summary/summarizer'
import { handsFreeHands, type TalkParts, turnHands } from './talk-hands'
import { talkLedger } from '../history/ledger/talk-ledger'
import type { TalkLoop, TalkLoopParts } from './talk-loop-types'
import { spokenStretch } from './input/spoken-stretch'
import { TurnController } from './turn-controller'

/** Puts the talk loop together: two machines, one socket, two audio directions. Each part is a file of its own. */
export function createTalkLoop(parts: TalkLoopParts): TalkLoop {
  const { audio, ears, timers, trace, settings, logger } = parts
  const send = (event: ClientEvent) => connection.send(event)
  const viewChanged = () => {
    parts.viewChanged()
    if (looking) return
    looking = true
    timers.after(0, look) // behind everything that belongs to this change
  }
  let looking = false
  let seen = ''
  const target = async () => {
    const found = await reach(settings(), parts.secrets, parts.practice)
    parts.viewChanged() // now it is known where the key is
    return found
  }
  const newNames = () => new SessionNames(parts.mint, (item, wire) => trace.mark('named', { item, wire }))
  const summarizer: Summarizer = new Summarizer({ send, isReady: () => connection.isReady }, timers, logger)
  const conversation = new ConversationStore({ changed: parts.conversationChanged, summary: () => summarizer.current, mint: parts.mint, budgetChars: parts.seedBudgetChars, images: parts.images.shelf })
  const requests = new ResponseRequests(send, timers, () => ({ turn: askingTurn(turns.state), welcome: handsFree.state.name === 'open' }), viewChanged)
  const retries = new AnswerRetries({ ask: (turn) => requests.request(turn) }, timers)
  const connection: ConnectionRunner = new ConnectionRunner(
    parts.transport,
    {
      target,
      opened: (serverTime) => life.opened(serverTime),
      configure: () => {
        life.created()
        configurer.configure()
      },
      ready: () => life.begun(),
      lost: (error) => life.gone('connectionLost', error, false),
      failed: (error, exhausted) => life.gone('connectionFailed', error, exhausted),
      ended: () => life.ended(),
      message: (text) => session.receive(text),
      changed: (state) => {
        if (state.name !== seen) trace.mark('connection', { state: state.name })
        seen = state.name
        viewChanged()
      },
    },
    timers, parts.random, logger, trace, newNames,
  )
  const mode = () => (handsFree.on ? 'hands-free' : 'hold')
  const ledger = talkLedger(parts)
  const { uplink, texts } = createQuestions({ connection, requests, ledger, mode, unsure: parts.pressUnsure, trace })
  const downlink = createDownlink({ port: audio, send, conversation, trace, timers, keeper: parts.keeper, finished: (turn) => turns.post({ type: 'playbackDrained', turn }), changed: viewChanged })
  const configurer: SessionConfigurer = new SessionConfigurer(
    {
      send,
      settings,
      mode,
      configured: () => connection.sessionUpdated(),
      unusable: (error) => connection.giveUp(error),
      turnDetectionSet: (set) => handsFree.turnDetectionSet(set === 'hands-free'),
      turnDetectionRefused: (asked, error) => handsFree.post({ type: 'refused', on: asked === 'hands-free', error }),
      notify: parts.notify,
    },
    timers,
  )
  const delivery = new DeliveryBound(timers, () => settings().deliverWithinSeconds * 1_000, {
    waits: () => uplink.undelivered || texts.waits,
    isReady: () => connection.isReady,
    tryAgain: () => connection.networkBack(),
    undelivered: () => turns.post({ type: 'connectionFailed', error: appError('undelivered') }),
  })
  const talk: TalkParts = { ...parts, port: audio, uplink, downlink, requests, retries, connection, configurer, texts, conversation, ledger, delivery }
  const turns: TurnController = new TurnController(
    turnHands(talk, () => turns),
    timers,
    trace,
    (count) => turnId(`turn_${String(count)}`),
    (stage) => stageBoundMs(stage, settings()),
    viewChanged,
  )
  const stretch = spokenStretch(talk)
  const handsFree: HandsFreeController = new HandsFreeController(
    handsFreeHands({ ...talk, stretch }, () => turns),
    timers,
    (count) => turnId(`stretch_${String(count)}`),
    (state) => {
      const open = state.name === 'open' && !state.muted
      if (!open && turns.state.name === 'idle') ledger.end(handsFree.on ? 'muted' : 'mode')
      if (state.name === 'off') stretch.leave()
      trace.mark('mode', { mode: mode(), open })
      viewChanged()
    },
  )
  const answering = createAnswering({ ...talk, send, timers, trace, turns })
  const session = new RealtimeSession({
    ...talk,
    ...answering,
    summarizer,
    serverAnswersByItself: () => handsFree.on,
    logger,
    listener: {
      sessionExpires: (expiresAt) => life.expires(expiresAt),
      questionDelivered: (item, speech) => {
        conversation.spoken(item, speech)
        parts.keeper.asked(item, speech)
      },
      responseDone: (response) => {
        if (response.status === 'completed') connection.healthy()
        parts.responded(response)
      },
      trouble: parts.notify,
      speechStarted: () => {
        if (!handsFree.listens) return
        uplink.speechBegan()
        showImages(talk)
        handsFree.post({ type: 'speechStarted' })
      },
      speechStopped: () => handsFree.post({ type: 'speechStopped' }),
    },
  })
  listenToAudio({ audio, turns, handsFree, uplink, downlink, replay: parts.replay, ears, trace, devicesChanged: parts.devicesChanged, trialFailed: parts.trialFailed, notify: parts.notify })

  const { rollover, look: lookForQuiet } = quietMoments({ ...parts, ...talk, newNames, target, turns, handsFree, summarizer, life: () => life })
  const life = sessionLife({ ...talk, stretch, turns, handsFree, rollover, summarizer, connected: parts.connected })
  const look = () => {
    looking = false
    lookForQuiet()
  }
  /** A session that is not there will be told everything anyway. */
  const tell = (events: readonly ClientEvent[]) => {
    if (connection.isReady) for (const event of events) send(event)
  }
  /** Nothing sounds, whatever the machines believe, and nothing that nobody waits for will. */
  const silence = () => {
    downlink.stop()
    parts.replay.stop()
    requests.cancel()
  }
  const setMode = (wish: TalkMode) => handsFree.post({ type: wish === 'hands-free' ? 'arm' : 'disarm' })
  const unmute = () => {
    connection.connect() // it may be asleep
    handsFree.toggleMute()
  }
  return {
    turns,
    handsFree,
    conversation,
    verbs: {
      ...ears.verbs(() => {
        if (handsFree.on) return unmute()
        turns.press()
        silence()
      }),
      release: () => (handsFree.on ? undefined : turns.release()),
      cancel: () => {
        if (handsFree.on) handsFree.post({ type: 'cancel' })
        turns.cancel()
        silence()
      },
    },
    setMode,
    toggleMode: () => setMode(handsFree.on ? 'hold' : 'hands-free'),
    reconnect: (elsewhere) => {
      life.end(elsewhere ?? 'new-session')
      if (elsewhere !== undefined) {
        conversation.seal()
        summarizer.forget() // it was made of what the other server was told
      }
      connection.connect()
    },
    openTalk: (items, begin) => {
      downlink.stop()
      life.end('new-session')
      begin() // what still came of the old talk belonged to it
      conversation.open(items)
      summarizer.forget()
      parts.keeper.forget()
      connection.connect()
    },
    removeItem: (item) => {
      summarizer.deleted(item)
      tell([...answering.calls.removed(item), ...conversation.remove(item)])
    },
    putBackItem: (item) => tell(conversation.putBack(item)),
    reconfigure: () => {
      configurer.reconfigure(connection.isReady)
      rollover.reconfigure()
    },
    settingsChanged: viewChanged,
    retryConnection: () => connection.retryNow(),
    resumed: () => {
      connection.dead('the machine slept')
      connection.networkBack()
    },
    networkBack: () => connection.networkBack(),
    pageLost: () => {
      stretch.cutShort()
      handsFree.post({ type: 'reset' })
      turns.abort(appError('unexpected', 'the page ended'))
      downlink.lost()
      parts.replay.stop()
    },
    stop: () => life.end('quit'),
    facts: () => ({
      turnPhase: turnPhase(turns.state),
      handsFree: handsFree.facts,
      playing: downlink.playing,
      responding: requests.busy,
      connection: connection.state,
    }),
  }
}
