import { samplesToMs } from '../../shared/audio/audio-format'
import type { KnownServer } from '../providers/core/known-server'
import { appError } from '../../shared/errors/errors'
import type { TalkMode } from '../../shared/settings'
import type { ClientEvent } from './core/realtime/client-event'
import { turnPhase } from './core/turn/projection'
import type { SpokenSegment } from './input/spoken-segment'
import type { QuietMoments } from './session/quiet-moments'
import type { SessionManager } from './session/session-manager'
import { talkVerbs, type VerbParts } from './talk-verbs'
import type { Talk } from './talk-types'
import type { Submission } from './turn-controller'

export interface DoorParts extends VerbParts {
  readonly segment: SpokenSegment
  readonly session: SessionManager
  readonly quiet: QuietMoments
  readonly known: () => KnownServer
}

type QuestionDoors = Pick<Talk, 'refusal' | 'submit' | 'setMode' | 'answerCall' | 'callEnded' | 'callProgress' | 'announce'>
type ConversationDoors = Pick<Talk, 'openConversation' | 'removeItem' | 'putBackItem'>
type SessionDoors = Pick<Talk, 'beside' | 'reconnect' | 'reconfigure' | 'settingsChanged' | 'retryConnection' | 'resumed' | 'networkBack' | 'stop'>
type View = Pick<Talk, 'conversation' | 'readiness' | 'undo' | 'handsFree' | 'turns' | 'facts'>

/** Every way in from outside; each is one piece of work, and what it leads to is done when it is. */
export function talkDoors(parts: DoorParts): Talk {
  return {
    ...viewOf(parts),
    verbs: talkVerbs(parts),
    ...questionDoors(parts),
    ...conversationDoors(parts),
    ...sessionDoors(parts),
    pageLost: () => parts.act(() => pageLost(parts)),
  }
}

const inOnePiece = ({ act }: DoorParts) => <Args extends readonly unknown[], Answer>(work: (...args: Args) => Answer) => (...args: Args): Answer => act(() => work(...args))

/** While a connection is there the server has it in a moment: nothing to speak of. */
const waitingMs = ({ audioInput, connection }: DoorParts): number | null => (audioInput.undelivered && !connection.isReady ? samplesToMs(audioInput.speech.samples) : null)

function viewOf(parts: DoorParts): View {
  const { conversation, turnCapture, undo, handsFree, turns, audioOutput, requests, calls, connection } = parts
  return {
    conversation,
    readiness: turnCapture.readiness,
    undo,
    handsFree,
    turns,
    facts: () => ({
      turnPhase: turnPhase(turns.state),
      handsFree: handsFree.facts,
      playing: audioOutput.playing,
      responding: requests.busy,
      acting: calls.run,
      waitingMs: waitingMs(parts),
      connection: connection.state,
    }),
  }
}

function questionDoors(parts: DoorParts): QuestionDoors {
  const through = inOnePiece(parts)
  const refusal = () => parts.extensions.admit({ mode: parts.states.mode })
  return {
    refusal,
    submit: through((what: Submission) => {
      const refused = refusal()
      if (refused === null) parts.turns.submit(what)
      return refused
    }),
    setMode: through((wish: TalkMode) => setMode(parts, wish)),
    answerCall: through((call, answer) => parts.calls.answer(call, answer)),
    callEnded: through((item, account) => parts.conversation.apply({ type: 'local.toolEnded', item, account })),
    callProgress: through((call) => parts.calls.progress(call)),
    announce: through((text) => parts.quiet.announcements.add(text)),
  }
}

/** Whoever may not be answered is told at once, and not after the question. */
function setMode({ handsFree, extensions, notify }: DoorParts, wish: TalkMode): void {
  const refusal = wish === 'hands-free' ? extensions.admit({ mode: wish }) : null
  if (refusal !== null) notify(refusal)
  else handsFree.post({ type: wish === 'hands-free' ? 'arm' : 'disarm' })
}

function conversationDoors(parts: DoorParts): ConversationDoors {
  const { act, audioOutput, session, conversation, connection, post } = parts
  const through = inOnePiece(parts)
  return {
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
    removeItem: through((item) => {
      post({ type: 'itemRemoved', item })
      post({ type: 'contextChanged' }) // once everybody has heard
    }),
    putBackItem: through((item) => connection.tell(conversation.putBack(item))),
  }
}

function sessionDoors(parts: DoorParts): SessionDoors {
  const { connection, session, post } = parts
  const through = inOnePiece(parts)
  return {
    beside: { send: (event: ClientEvent) => connection.send(event), isReady: () => connection.isReady && parts.known().profile.oob !== false },
    reconnect: through((elsewhere?: 'elsewhere') => {
      session.end(elsewhere ?? 'new-session')
      if (elsewhere !== undefined) {
        parts.conversation.seal()
        post({ type: 'conversationSealed' })
      }
      connection.connect()
    }),
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
    stop: through(() => session.end('quit')),
  }
}

/** Nobody captures or plays any more. */
function pageLost({ segment, handsFree, turns, audioOutput, world }: DoorParts): void {
  segment.cutShort()
  handsFree.post({ type: 'reset' })
  turns.abort(appError('unexpected', 'the page ended'))
  audioOutput.lost()
  world.clips.stop()
}
