import { appError } from '../../shared/errors/errors'
import type { TalkMode } from '../../shared/settings'
import type { ClientEvent } from './core/realtime/client-event'
import { turnPhase } from './core/turn/projection'
import type { EffectParts } from './effects'
import type { HandsFreeController } from './hands-free-controller'
import type { SpokenSegment } from './input/spoken-segment'
import type { QuietMoments } from './session/quiet-moments'
import type { SessionManager } from './session/session-manager'
import type { Talk, TalkWorld } from './talk-types'
import type { Submission, TurnController } from './turn-controller'

export interface DoorParts extends EffectParts {
  readonly world: TalkWorld
  readonly act: <Answer>(work: () => Answer) => Answer
  readonly turns: TurnController
  readonly handsFree: HandsFreeController
  readonly segment: SpokenSegment
  readonly session: SessionManager
  readonly quiet: QuietMoments
}

/** Every way in from outside; each is one piece of work, and what it leads to is done when it is. */
export function talkDoors(parts: DoorParts): Talk {
  const { act, turns, handsFree, conversation, connection, requests, audioOutput, session, post, world } = parts
  const through = <Args extends readonly unknown[], Answer>(work: (...args: Args) => Answer) => (...args: Args): Answer => act(() => work(...args))
  return {
    conversation,
    readiness: parts.turnCapture.readiness,
    undo: parts.undo,
    handsFree,
    turns,
    beside: { send: (event: ClientEvent) => connection.send(event), isReady: () => connection.isReady },
    verbs: verbsOf(parts),
    refusal: () => parts.extensions.admit({ mode: parts.states.mode }),
    submit: through((what: Submission) => {
      const refusal = parts.extensions.admit({ mode: parts.states.mode })
      if (refusal === null) turns.submit(what)
      return refusal
    }),
    setMode: through((wish: TalkMode) => setMode(parts, wish)),
    reconnect: through((elsewhere?: 'elsewhere') => {
      session.end(elsewhere ?? 'new-session')
      if (elsewhere !== undefined) {
        conversation.seal()
        post({ type: 'conversationSealed' })
      }
      connection.connect()
    }),
    openConversation: (items, begin) => {
      act(() => {
        audioOutput.leave()
        session.end('new-session')
      }) // what that leads to belongs to the old one
      act(() => {
        begin()
        conversation.open(items)
        post({ type: 'conversationOpened' })
        connection.connect()
      })
    },
    answerCall: through((call, answer) => parts.calls.answer(call, answer)),
    callEnded: through((item, account) => conversation.apply({ type: 'local.toolEnded', item, account })),
    callProgress: through((call) => parts.calls.progress(call)),
    announce: through((text) => parts.quiet.announcements.add(text)),
    removeItem: through((item) => {
      post({ type: 'itemRemoved', item })
      post({ type: 'contextChanged' }) // once everybody has heard
    }),
    putBackItem: through((item) => connection.tell(conversation.putBack(item))),
    reconfigure: through(() => {
      parts.configurer.reconfigure(connection.isReady)
      parts.quiet.handover.reconfigure()
    }),
    settingsChanged: through(() => post({ type: 'stateChanged' })),
    retryConnection: through(() => connection.retryNow()),
    resumed: through(() => {
      connection.dead('the machine slept')
      connection.networkBack()
    }),
    networkBack: through(() => connection.networkBack()),
    pageLost: through(() => {
      parts.segment.cutShort()
      handsFree.post({ type: 'reset' })
      turns.abort(appError('unexpected', 'the page ended'))
      audioOutput.lost()
      world.clips.stop()
    }),
    stop: through(() => session.end('quit')),
    facts: () => ({
      turnPhase: turnPhase(turns.state),
      handsFree: handsFree.facts,
      playing: audioOutput.playing,
      responding: requests.busy,
      acting: parts.calls.run,
      connection: connection.state,
    }),
  }
}

/** Whoever may not be answered is told at once, and not after the question. */
function setMode({ handsFree, extensions, notify }: DoorParts, wish: TalkMode): void {
  const refusal = wish === 'hands-free' ? extensions.admit({ mode: wish }) : null
  if (refusal !== null) notify(refusal)
  else handsFree.post({ type: wish === 'hands-free' ? 'arm' : 'disarm' })
}

/** What a key or a button means depends on the talk mode. */
function verbsOf(parts: DoorParts): Talk['verbs'] {
  const { act, turns, handsFree, connection, requests, audioOutput, extensions, world } = parts
  /** Nothing sounds, whatever the machines believe, and nothing that nobody waits for will. */
  const silence = () => {
    audioOutput.stop()
    world.clips.stop()
    parts.calls.interrupt()
    requests.cancel()
  }
  const unmute = () => {
    connection.connect() // it may be asleep
    handsFree.toggleMute()
  }
  const talk = () => {
    const refusal = extensions.admit({ mode: 'hold' })
    if (refusal === null) turns.press()
    silence()
    if (refusal !== null) parts.notify(refusal)
  }
  const verbs = parts.turnCapture.verbs(() => (handsFree.on ? unmute() : talk()))
  return {
    prepare: (lagMs) => act(() => verbs.prepare(lagMs)),
    abandon: () => act(() => verbs.abandon()),
    press: (lagMs) => act(() => verbs.press(lagMs)),
    release: () => act(() => (handsFree.on ? undefined : turns.release())),
    cancel: () =>
      act(() => {
        if (handsFree.on) handsFree.post({ type: 'cancel' })
        turns.cancel()
        silence()
      }),
  }
}
