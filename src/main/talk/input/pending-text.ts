import type { ItemId, TurnId } from '../../../shared/ids'
import type { ClientEvent } from '../core/realtime/client-event'
import type { AskedAgain } from '../conversation/conversation-store'

export interface TextSocket {
  readonly isReady: () => boolean
  readonly send: (event: ClientEvent) => void
  /** The item is on its way: ask for the answer. */
  readonly sent: (turn: TurnId) => void
}

/** Typed text on its way out, at most one: it waits here for the connection, and is kept until its answer begins. */
export class PendingText {
  /** `what` null: nothing new is said, the answer alone is wanted once more. */
  private text: { readonly turn: TurnId; readonly what: { readonly id: ItemId; readonly item: ClientEvent } | null } | null = null

  constructor(private readonly socket: TextSocket) {}

  submit(turn: TurnId, id: ItemId, item: ClientEvent): void {
    this.text = { turn, what: { id, item } }
    this.resume()
  }

  /** The last question is answered once more. */
  repeat(turn: TurnId): void {
    this.text = { turn, what: null }
    this.resume()
  }

  /** A session is ready: what an earlier one had not answered goes to this one. */
  resume(): void {
    if (this.text === null || !this.socket.isReady()) return
    if (this.text.what !== null) this.socket.send(this.text.what.item)
    this.socket.sent(this.text.turn)
  }

  answered(turn: TurnId): void {
    if (this.text?.turn === turn) this.text = null
  }

  /** Something is on its way that no answer has begun to. */
  get waits(): boolean {
    return this.text !== null
  }

  get again(): AskedAgain | null {
    const what = this.text?.what
    return what === null || what === undefined ? null : { item: what.id, spoken: false }
  }

  drop(): void {
    this.text = null
  }
}
