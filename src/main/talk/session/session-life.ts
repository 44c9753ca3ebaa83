import { type AppError, appError } from '../../../shared/errors/errors'
import { type ClientEvent, voiceBytes } from '../core/realtime/client-event'
import { NOTHING_KNOWN } from '../conversation/conversation-store'
import type { HandsFreeController } from '../hands-free-controller'
import type { SessionCandidate } from './session-candidate'
import type { SpokenStretch } from '../input/spoken-stretch'
import type { SessionRollover } from './session-rollover'
import type { Summarizer } from '../../summary/summarizer'
import type { TalkParts } from '../talk-hands'
import type { TurnController } from '../turn-controller'

type Used = 'uplink' | 'texts' | 'requests' | 'retries' | 'conversation' | 'connection' | 'configurer' | 'ledger' | 'delivery' | 'notify'

export interface SessionLifeParts extends Pick<TalkParts, Used> {
  readonly turns: TurnController
  readonly stretch: SpokenStretch
  readonly handsFree: HandsFreeController
  readonly rollover: SessionRollover
  readonly summarizer: Summarizer
  readonly connected: () => void
}

/** What the beginning and the end of a session mean to everybody else, in order. */
export interface SessionLife {
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
  takeOver(candidate: SessionCandidate): void
  /** Nobody talks. */
  sleep(): void
  /** The server has ended it in good order. False: somebody waits for a session, so it is made again. */
  ended(): boolean
  /** We end it: nothing may be left on. With the same server, hands-free goes on in the next session. */
  end(why: 'new-session' | 'elsewhere' | 'quit'): void
}

export function sessionLife(parts: SessionLifeParts): SessionLife {
  const { uplink, texts, requests, retries, conversation, connection, turns, handsFree, rollover, summarizer, ledger, delivery } = parts
  let expiresAt: number | null = null
  let skewMs = 0
  const again = () => uplink.again ?? texts.again
  const forget = () => {
    rollover.stop()
    retries.cancel()
    requests.forget()
    conversation.apply({ type: 'local.closed' })
  }
  /** What a session had and did not answer goes with it. */
  const fallAsleep = () => {
    uplink.sessionLost()
    forget()
    parts.stretch.keep()
    handsFree.post({ type: 'sessionEnded' })
    connection.sleep()
  }
  const tell = (events: readonly ClientEvent[], send: (event: ClientEvent) => void) => {
    for (const event of events) {
      send(event)
      ledger.told(voiceBytes(event))
    }
  }
  const askAgain = () => {
    uplink.resume()
    texts.resume()
  }
  return {
    opened: (serverTime) => {
      skewMs = rollover.skewMs(serverTime)
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
      summarizer.begun()
      const { knowledge, events } = conversation.learn(NOTHING_KNOWN, again())
      conversation.use(knowledge)
      tell(events, (event) => connection.send(event))
      askAgain()
      handsFree.post({ type: 'connectionReady' })
      rollover.sessionBegan(expiresAt, skewMs)
    },
    gone: (how, error, exhausted) => {
      ledger.end('connection-lost')
      uplink.sessionLost()
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
    takeOver: (candidate) => {
      ledger.end('new-session')
      const { knowledge, events } = conversation.learn(NOTHING_KNOWN, again())
      conversation.apply({ type: 'local.closed' }) // words that are still on their way come from the old session, which ends now
      tell(events, (event) => candidate.send(event))
      candidate.setMode(handsFree.on ? 'hands-free' : 'hold') // last: nothing may fire before it knows what was said
      candidate.adoptedBy((socket, names) => connection.adopt(socket, names))
      conversation.use(knowledge)
      parts.configurer.tookOver()
      summarizer.begun()
      requests.forget()
      askAgain()
    },
    sleep: fallAsleep,
    ended: () => {
      const { state } = turns
      const speaks = state.name === 'listening'
      const done = state.name === 'idle' || (state.name === 'speaking' && state.done)
      if (handsFree.listens || handsFree.facts.switching || (!speaks && !done)) return false
      ledger.end('connection-lost')
      fallAsleep()
      if (speaks) turns.post({ type: 'connectionFailed', error: appError('session-ended') })
      return true
    },
    end: (why) => {
      delivery.stop()
      uplink.sessionLost() // what it had acknowledged and not answered goes with it
      turns.post({ type: 'reset' })
      parts.stretch.keep()
      handsFree.post({ type: why === 'new-session' ? 'sessionEnded' : 'reset' })
      ledger.end(why === 'quit' ? why : 'new-session')
      forget()
      connection.disconnect()
    },
  }
}
