import type { TurnId } from '../../shared/ids'
import type { ClientEvent } from '../core/realtime/client-event'

export interface TextSocket {
  readonly isReady: () => boolean
  readonly send: (event: ClientEvent) => void
  /** The item is on its way: ask for the answer. */
  readonly sent: (turn: TurnId) => void
}

/** Typed text on its way out. At most one: what was written before the connection is ready waits here. */
export class TextQueue {
  private waiting: { readonly turn: TurnId; readonly item: ClientEvent } | null = null

  constructor(private readonly socket: TextSocket) {}

  submit(turn: TurnId, item: ClientEvent): void {
    this.waiting = { turn, item }
    this.resume()
  }

  resume(): void {
    if (this.waiting === null || !this.socket.isReady()) return
    const { turn, item } = this.waiting
    this.waiting = null
    this.socket.send(item)
    this.socket.sent(turn)
  }

  drop(): void {
    this.waiting = null
  }
}
