import type { AppError } from '../../../shared/errors/errors'
import type { ConversationId, ItemId } from '../../../shared/ids'
import type { HistoryStore } from '../core/ports'
import { joinFrames } from '../../../shared/audio/join-frames'
import type { Undelivered } from '../../talk/extension'

export interface AudioRecorderParts {
  readonly store: Pick<HistoryStore, 'saveAudio'>
  /** The person asked for it, and the talk is not private. */
  readonly wanted: () => boolean
  readonly limitBytes: () => number
  readonly conversation: () => ConversationId | null
  /** A sound belongs to an item that is there. */
  readonly isSaved: (item: ItemId) => boolean
  readonly notify: (error: AppError) => void
}

interface Sound {
  readonly pieces: Int16Array[]
  samples: number
}

/** Keeps the sound of what was said and heard, only where the person asked for it: otherwise nothing is held here at all. */
export class AudioRecorder {
  private readonly inProgress = new Map<ItemId, Sound>()
  private readonly whole = new Map<ItemId, Int16Array>()

  constructor(private readonly parts: AudioRecorderParts) {}

  /** A piece of an answer, as it goes to the player. */
  piece(item: ItemId, pcm: Int16Array): void {
    if (!this.parts.wanted()) return
    const sound = this.inProgress.get(item) ?? { pieces: [], samples: 0 }
    sound.pieces.push(pcm)
    sound.samples += pcm.length
    this.inProgress.set(item, sound)
  }

  /** An answer ended; only what was heard of it is kept. */
  heard(item: ItemId, samples: number): void {
    const sound = this.inProgress.get(item)
    this.inProgress.delete(item)
    if (sound !== undefined && samples > 0) this.keep(item, joinFrames(sound.pieces, Math.min(samples, sound.samples)))
  }

  /** A whole question, as the server has it. */
  asked(item: ItemId, { frames, samples }: Undelivered): void {
    if (this.parts.wanted() && samples > 0) this.keep(item, joinFrames(frames, samples))
  }

  /** Items were written: their sound can follow. */
  evaluate(): void {
    for (const [item, pcm] of this.whole) if (this.parts.isSaved(item)) this.save(item, pcm)
  }

  /** Another talk: what was not finished belongs to nobody. */
  forget(): void {
    this.inProgress.clear()
    this.whole.clear()
  }

  private keep(item: ItemId, pcm: Int16Array): void {
    this.whole.set(item, pcm)
    this.evaluate()
  }

  private save(item: ItemId, pcm: Int16Array): void {
    this.whole.delete(item)
    const conversation = this.parts.conversation()
    if (conversation === null) return
    void this.parts.store.saveAudio(conversation, item, pcm, this.parts.limitBytes()).then((saved) => {
      if (!saved.ok) this.parts.notify(saved.error)
    })
  }
}
