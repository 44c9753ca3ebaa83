import type { ItemId, TurnId } from '../../shared/ids'
import type { ClientEvent } from '../core/realtime/client-event'
import type { AskedAgain } from './conversation-store'

export interface TextSocket {
  readonly isReady: () => boolean
  readonly send: (event: ClientEvent) => void
  /** The item is on its way: ask for the answer. */
  readonly sent: (turn: TurnId) => void
}

/** Typed text on its way out, at most one: it waits here for the connection, and is kept until its answer begins. */
export class TextQueue {
  private text: { readonly turn: TurnId; readonly id: ItemId; readonly item: ClientEvent } | null = null

  constructor(private readonly socket: TextSocket) {}

  submit(turn: TurnId, id: ItemId, item: ClientEvent): void {
    this.text = { turn, id, item }
    this.resume()
  }

  /** A session is ready: what an earlier one had not answered goes to this one. */
  resume(): void {
    if (this.text === null || !this.socket.isReady()) return
    this.socket.send(this.text.item)
    this.socket.sent(this.text.turn)
  }

  answered(turn: TurnId): void {
    if (this.text?.turn === turn) this.text = null
  }

  get again(): AskedAgain | null {
    return this.text === null ? null : { item: this.text.id, spoken: false }
  }

  drop(): void {
    this.text = null
  }
}
