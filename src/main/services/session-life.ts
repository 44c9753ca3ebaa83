import type { AppError } from '../../shared/errors'
import type { HandsFreeController } from './hands-free-controller'
import type { TalkParts } from './talk-hands'
import type { TurnController } from './turn-controller'

export interface SessionLifeParts extends Pick<TalkParts, 'uplink' | 'texts' | 'requests' | 'conversation' | 'connection' | 'notify'> {
  readonly turns: TurnController
  readonly handsFree: HandsFreeController
  readonly connected: () => void
}

/** What the beginning and the end of a session mean to everybody else, in order. */
export interface SessionLife {
  /** A session is ready: it is told what was said, then gets the question that waits, then hands-free. */
  begun(): void
  gone(how: 'connectionLost' | 'connectionFailed', error: AppError): void
  /** We end it: nothing may be left on. */
  end(): void
}

export function sessionLife(parts: SessionLifeParts): SessionLife {
  const { uplink, texts, requests, conversation, connection, turns, handsFree } = parts
  const forget = () => {
    requests.post({ type: 'reset' })
    conversation.apply({ type: 'local.closed' })
  }
  return {
    begun: () => {
      parts.connected()
      for (const event of conversation.seed(uplink.replays || texts.replays)) connection.send(event)
      uplink.resume()
      texts.resume()
      handsFree.post({ type: 'connectionReady' })
    },
    gone: (how, error) => {
      forget()
      const waited = turns.state.name !== 'idle' || handsFree.on
      turns.post({ type: how, error })
      handsFree.post({ type: how, error })
      // Whoever waits is told by the machines; the panel shows the rest, and asks for a missing key by itself.
      if (how === 'connectionFailed' && !waited && error.tag !== 'no-key') parts.notify(error)
    },
    end: () => {
      turns.post({ type: 'reset' })
      handsFree.post({ type: 'reset' })
      forget()
      connection.disconnect()
    },
  }
}
