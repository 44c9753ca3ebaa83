import type { TurnId } from '../../../../shared/ids'
import type { ResponseRequests } from '../response-requests'

export interface FollowUpParts {
  readonly requests: Pick<ResponseRequests, 'requestMore' | 'session' | 'busy'>
  /** This is still what is to be answered, and nobody talks. `turn` null: hands-free is open. */
  readonly isWanted: (turn: TurnId | null) => boolean
}

/** A model that calls and calls is answered, and then asked to say what it has. */
const MOST_ROUNDS = 8

interface Due {
  readonly turn: TurnId | null
  readonly images: readonly string[]
  /** The session that was asked. */
  readonly asked: number | null
}

/**
 * The answer that follows when calls are answered: asked for once, and once more in each session that takes over, until it begins.
 * For a question the first session that has all of it is asked at once, also while another answer ends; what the server says by
 * itself goes on only where nothing else runs.
 */
export class FollowUp {
  private due: Due | null = null
  /** Whose calls are counted. */
  private of: { readonly turn: TurnId | null } | null = null
  private rounds = 0
  private bare = false
  /** The session that has been told all there is. */
  private answeredIn: number | null = null

  constructor(private readonly parts: FollowUpParts) {}

  /** All calls of a response are answered. */
  settled(turn: TurnId | null, images: readonly string[]): void {
    this.count(turn)
    this.rounds += 1
    if (this.rounds >= MOST_ROUNDS) this.bare = true
    this.due = { turn, images, asked: null }
    this.evaluate()
  }

  /** There were but calls that nobody does. Without tools, and once for a question. False: it was asked so before. */
  refused(turn: TurnId | null): boolean {
    this.count(turn)
    if (this.bare) return false
    this.bare = true
    this.due = { turn, images: [], asked: null }
    this.evaluate()
    return true
  }

  /** Its answer was asked for without tools. */
  isBare(turn: TurnId | null): boolean {
    return this.bare && this.of?.turn === turn
  }

  /** The server has heard another question. */
  heard(): void {
    if (this.of?.turn === null) this.of = null
  }

  /** A session has been told everything. What is to be looked at there once more. */
  resume(): readonly string[] {
    this.answeredIn = this.parts.requests.session
    return this.due?.images ?? []
  }

  evaluate(): void {
    const { requests, isWanted } = this.parts
    const { due } = this
    if (due === null || due.asked === requests.session || this.answeredIn !== requests.session || !isWanted(due.turn)) return
    if (due.turn === null && requests.busy) return
    this.due = { ...due, asked: requests.session }
    requests.requestMore(due.turn, this.bare ? 'without tools' : 'with tools')
  }

  /** It has begun, or will not come. What the server says before it is asked is another one. */
  answered(turn: TurnId | null): void {
    if (this.due?.turn === turn && this.due.asked === this.parts.requests.session) this.due = null
  }

  /** The person goes on. */
  cancel(): void {
    this.due = null
    this.heard()
  }

  get isDue(): boolean {
    return this.due !== null && (this.due.turn === null || this.parts.isWanted(this.due.turn))
  }

  private count(turn: TurnId | null): void {
    if (this.of !== null && this.of.turn === turn) return
    this.of = { turn }
    this.rounds = 0
    this.bare = false
  }
}
