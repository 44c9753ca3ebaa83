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
export class SessionManager {
  private expiresAt: number | null = null
  private skewMs = 0

  constructor(private readonly parts: SessionManagerParts) {}

  /** The handshake said what time it is at the server's. */
  opened(serverTime: number | null): void {
    this.skewMs = this.parts.handover.skewMs(serverTime)
  }

  /** A session is there; nothing is known of it yet. */
  created(): void {
    this.expiresAt = null
  }

  /** When it ends, in unix seconds, if the server says it. */
  expires(at: number | null): void {
    this.expiresAt = at ?? this.expiresAt
  }

  /** A session is ready: it is told what was said, then gets the question that waits, then hands-free. */
  begun(): void {
    const { conversation, connection, delivery, handsFree, handover, post } = this.parts
    this.parts.connected()
    delivery.stop()
    post({ type: 'sessionBegan' })
    const { knowledge, events } = this.restored()
    conversation.use(knowledge)
    this.tell(events, (event) => connection.send(event))
    this.askAgain()
    handsFree.post({ type: 'connectionReady' })
    handover.sessionBegan(this.expiresAt, this.skewMs)
  }

  gone(how: 'connectionLost' | 'connectionFailed', error: AppError, exhausted: boolean): void {
    const { turns, handsFree, delivery, audioInput, tap } = this.parts
    tap.ended('connection-lost')
    audioInput.sessionLost()
    this.forget()
    const waited = this.isWaitedFor()
    const waits = how === 'connectionFailed' && exhausted && delivery.exhausted()
    if (how === 'connectionLost') delivery.lost()
    turns.post({ type: waits ? 'connectionLost' : how, error })
    handsFree.post({ type: how, error })
    // Whoever waits is told by the machines; the panel shows the rest, and asks for a missing key by itself.
    if (how === 'connectionFailed' && !waited && error.tag !== 'no-key') this.parts.notify(error)
  }

  /** A session made beside the running one goes on with the talk; nobody notices. */
  takeOver(standby: StandbySession): void {
    const { conversation, connection, handsFree, tap } = this.parts
    tap.ended('new-session')
    const { knowledge, events } = this.restored()
    conversation.apply({ type: 'local.closed' }) // words that are still on their way come from the old session, which ends now
    this.tell(events, (event) => standby.send(event))
    standby.setMode(handsFree.on ? 'hands-free' : 'hold') // last: nothing may fire before it knows what was said
    standby.adoptedBy((socket, names) => connection.adopt(socket, names))
    conversation.use(knowledge)
    this.parts.configurer.tookOver()
    this.parts.post({ type: 'sessionBegan' })
    this.parts.requests.forget()
    this.askAgain()
  }

  /** Nobody talks. What a session had and did not answer goes with it. */
  sleep(): void {
    this.parts.audioInput.sessionLost()
    this.forget()
    this.parts.segment.keep()
    this.parts.handsFree.post({ type: 'sessionEnded' })
    this.parts.connection.sleep()
  }

  /** The server has ended it in good order, and nobody waits for another. */
  ended(): void {
    const speaks = this.parts.turns.state.name === 'listening'
    this.parts.tap.ended('connection-lost')
    this.sleep()
    if (speaks) this.parts.post({ type: 'turn', input: { type: 'connectionFailed', error: appError('session-ended') } })
  }

  /** We end it: nothing may be left on. With the same server, hands-free goes on in the next session. */
  end(why: 'new-session' | 'elsewhere' | 'quit'): void {
    this.parts.delivery.stop()
    this.parts.audioInput.sessionLost() // what it had acknowledged and not answered goes with it
    this.parts.turns.post({ type: 'reset' })
    this.parts.segment.keep()
    this.parts.handsFree.post({ type: why === 'new-session' ? 'sessionEnded' : 'reset' })
    this.parts.tap.ended(why === 'quit' ? why : 'new-session')
    this.forget()
    this.parts.connection.disconnect()
  }

  /** A whole answer waits for nothing. */
  private isWaitedFor(): boolean {
    const { state } = this.parts.turns
    const heard = state.name === 'speaking' && state.done
    return (state.name !== 'idle' && !heard) || this.parts.handsFree.on
  }

  private restored(): ReturnType<ConversationStore['restore']> {
    const { conversation, audioInput, pendingText } = this.parts
    return conversation.restore(NOTHING_KNOWN, audioInput.again ?? pendingText.again)
  }

  private tell(events: readonly ClientEvent[], send: (event: ClientEvent) => void): void {
    for (const event of events) {
      send(event)
      this.parts.tap.restored(voiceBytes(event))
    }
  }

  private askAgain(): void {
    this.parts.audioInput.resume()
    this.parts.pendingText.resume()
    this.parts.calls.resume()
  }

  private forget(): void {
    const { handover, retries, requests, calls, conversation } = this.parts
    handover.stop()
    retries.cancel()
    requests.forget()
    calls.sessionGone()
    conversation.apply({ type: 'local.closed' })
  }
}
