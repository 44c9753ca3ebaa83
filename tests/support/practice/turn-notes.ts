import { createHash } from 'node:crypto'
import { MAX_KEPT_AUDIO_BYTES } from '../../../src/main/practice/items/conversation'
import type { ResponseStatus } from '../../../src/main/practice/session/wire'

/** One piece of the user's speech that arrived whole, and what became of it. */
export interface AnsweredTurn {
  readonly itemId: string
  /** `item` = the client brought it as `input_audio` in a `conversation.item.create`. */
  readonly via: 'commit' | 'item'
  readonly bytes: number
  /** Hex digest of the s16le samples. */
  readonly sha256: string
  /** The samples; `null` once forgotten (beyond five minutes in all). */
  readonly pcm: Buffer | null
  /** Responses of the conversation that took it into account, oldest first. More than one = answered twice, or tried again. */
  readonly responses: readonly { readonly id: string; readonly status: ResponseStatus }[]
  readonly begun: boolean
  readonly completed: boolean
}

interface Turn {
  readonly itemId: string
  readonly via: AnsweredTurn['via']
  readonly bytes: number
  readonly sha256: string
  pcm: Buffer | null
  readonly responses: Map<string, ResponseStatus>
}

const viewOf = ({ responses, ...turn }: Turn): AnsweredTurn => ({
  ...turn,
  responses: [...responses].map(([id, status]) => ({ id, status })),
  begun: responses.size > 0,
  completed: [...responses.values()].includes('completed'),
})

/** The user's speech of one session. */
export class TurnNotes {
  readonly #turns: Turn[] = []

  get views(): readonly AnsweredTurn[] {
    return this.#turns.map(viewOf)
  }

  get committedAudio(): readonly Buffer[] {
    return this.#turns.flatMap(({ via, pcm }) => (via === 'commit' && pcm !== null ? [pcm] : []))
  }

  arrived(itemId: string, pcm: Buffer, via: AnsweredTurn['via']): void {
    const sha256 = createHash('sha256').update(pcm).digest('hex')
    this.#turns.push({ itemId, via, bytes: pcm.byteLength, sha256, pcm, responses: new Map() })
    this.#forgetOldest()
  }

  begun(itemIds: readonly string[], responseId: string): void {
    for (const turn of this.#turns) if (itemIds.includes(turn.itemId)) turn.responses.set(responseId, 'in_progress')
  }

  ended(responseId: string, status: ResponseStatus): void {
    for (const { responses } of this.#turns) if (responses.has(responseId)) responses.set(responseId, status)
  }

  /** Never the newest one. */
  #forgetOldest(): void {
    const kept = this.#turns.filter((turn) => turn.pcm !== null)
    let bytes = kept.reduce((sum, turn) => sum + turn.bytes, 0)
    for (const turn of kept.slice(0, -1)) {
      if (bytes <= MAX_KEPT_AUDIO_BYTES) return
      bytes -= turn.bytes
      turn.pcm = null
    }
  }
}
