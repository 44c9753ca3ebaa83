import { type AppError, appError } from '../../../shared/errors/errors'
import { type ConversationStore, NOTHING_KNOWN } from '../conversation/conversation-store'
import { type ClientEvent, voiceBytes } from '../core/realtime/client-event'
import type { AudioTap } from '../extension'
import type { PostTalkFact } from '../facts'
import type { HandsFreeController } from '../hands-free-controller'
import type { AudioInput } from '../input/audio-input'
import type { DeliveryBound } from '../input/delivery-bound'
import type { SpokenSegment } from '../input/spoken-segment'
import type { PendingText } from '../input/pending-text'
import type { TurnController } from '../turn-controller'
import type { AnswerRetries } from './answer-retries'
import type { FunctionCalls } from './calls/function-calls'
import type { ConnectionRunner } from './connection-runner'
import type { Handover } from './handover'
import type { ResponseRequests } from './response-requests'
import type { SessionConfigurer } from './session-configurer'
import type { StandbySession } from './standby-session'

export interface SessionManagerParts {
  readonly audioInput: AudioInput
  readonly pendingText: PendingText
  readonly requests: ResponseRequests
  readonly retries: AnswerRetries
  readonly calls: FunctionCalls
  readonly conversation: ConversationStore
  readonly connection: ConnectionRunner
  readonly configurer: SessionConfigurer
  readonly delivery: DeliveryBound
  readonly turns: TurnController
  readonly segment: SpokenSegment
  readonly handsFree: HandsFreeController
  readonly handover: Handover
  readonly tap: Required<AudioTap>
  readonly notify: (error: AppError) => void
  readonly connected: () => void
  readonly post: PostTalkFact
}

/** What the beginning and the end of a session mean to everybody else, in order. */
export interface SessionManager {
  /** The handshake said what time it is at the server's. */
  opened(serverTime: number | null): void
  /** A session is there; nothing is known of it yet. */
  created(): void
  /** When it ends, in unix seconds, if the server says it. */
  expires(at: number | null): void
  /** A session is ready: it is told what was said, then gets the question that waits, then hands-free. */
  begun(): void
  gone(how: 'connectionLost' | 'connectionFailed', error: AppError, exhausted: boolean): void
  /** A session made beside the running one goes on with the talk; nobody notices. */
  takeOver(standby: StandbySession): void
  /** Nobody talks. */
  sleep(): void
  /** The server has ended it in good order, and nobody waits for another. */
  ended(): void
  /** We end it: nothing may be left on. With the same server, hands-free goes on in the next session. */
  end(why: 'new-session' | 'elsewhere' | 'quit'): void
}

export function createSessionManager(parts: SessionManagerParts): SessionManager {
  const { audioInput, pendingText, requests, retries, conversation, connection, turns, handsFree, handover, tap, delivery, post } = parts
  let expiresAt: number | null = null
  let skewMs = 0
  const again = () => audioInput.again ?? pendingText.again
  const forget = () => {
    handover.stop()
    retries.cancel()
    requests.forget()
    conversation.apply({ type: 'local.closed' })
  }
  /** What a session had and did not answer goes with it. */
  const fallAsleep = () => {
    audioInput.sessionLost()
    forget()
    parts.segment.keep()
    handsFree.post({ type: 'sessionEnded' })
    connection.sleep()
  }
  const tell = (events: readonly ClientEvent[], send: (event: ClientEvent) => void) => {
    for (const event of events) {
      send(event)
      tap.restored(voiceBytes(event))
    }
  }
  const askAgain = () => {
    audioInput.resume()
    pendingText.resume()
    parts.calls.resume()
  }
  return {
    opened: (serverTime) => {
      skewMs = handover.skewMs(serverTime)
    },
    created: () => {
      expiresAt = null
    },
    expires: (at) => {
      expiresAt = at ?? expiresAt
    },
    begun: () => {
      parts.connected()
      delivery.stop()
      post({ type: 'sessionBegan' })
      const { knowledge, events } = conversation.restore(NOTHING_KNOWN, again())
      conversation.use(knowledge)
      tell(events, (event) => connection.send(event))
      askAgain()
      handsFree.post({ type: 'connectionReady' })
      handover.sessionBegan(expiresAt, skewMs)
    },
    gone: (how, error, exhausted) => {
      tap.ended('connection-lost')
      audioInput.sessionLost()
      forget()
      const { state } = turns
      const heard = state.name === 'speaking' && state.done // a whole answer waits for nothing
      const waited = (state.name !== 'idle' && !heard) || handsFree.on
      const waits = how === 'connectionFailed' && exhausted && delivery.exhausted()
      if (how === 'connectionLost') delivery.lost()
      turns.post({ type: waits ? 'connectionLost' : how, error })
      handsFree.post({ type: how, error })
      // Whoever waits is told by the machines; the panel shows the rest, and asks for a missing key by itself.
      if (how === 'connectionFailed' && !waited && error.tag !== 'no-key') parts.notify(error)
    },
    takeOver: (standby) => {
      tap.ended('new-session')
      const { knowledge, events } = conversation.restore(NOTHING_KNOWN, again())
      conversation.apply({ type: 'local.closed' }) // words that are still on their way come from the old session, which ends now
      tell(events, (event) => standby.send(event))
      standby.setMode(handsFree.on ? 'hands-free' : 'hold') // last: nothing may fire before it knows what was said
      standby.adoptedBy((socket, names) => connection.adopt(socket, names))
      conversation.use(knowledge)
      parts.configurer.tookOver()
      post({ type: 'sessionBegan' })
      requests.forget()
      askAgain()
    },
    sleep: fallAsleep,
    ended: () => {
      const speaks = turns.state.name === 'listening'
      tap.ended('connection-lost')
      fallAsleep()
      if (speaks) post({ type: 'turn', input: { type: 'connectionFailed', error: appError('session-ended') } })
    },
    end: (why) => {
      delivery.stop()
      audioInput.sessionLost() // what it had acknowledged and not answered goes with it
      turns.post({ type: 'reset' })
      parts.segment.keep()
      handsFree.post({ type: why === 'new-session' ? 'sessionEnded' : 'reset' })
      tap.ended(why === 'quit' ? why : 'new-session')
      forget()
      connection.disconnect()
    },
  }
}
