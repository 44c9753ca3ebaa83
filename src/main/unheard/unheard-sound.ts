import { msToSamples } from '../../shared/audio/audio-format'
import { joinFrames } from '../../shared/audio/join-frames'
import type { ItemId } from '../../shared/ids'

/** Of one answer while it plays, 11.5 MB: a longer one has no rest to play. */
const MOST_HELD = msToSamples(240_000)
/** More are never on their way at once; a loudspeaker that went with its page says nothing of those it had. */
const MOST_ITEMS = 8
/** Of all rests together; the oldest goes first. */
const MOST_KEPT = msToSamples(120_000)

interface Sound {
  readonly pieces: Int16Array[]
  samples: number
}

/** The sound of answers as far as nobody has heard it. */
export class UnheardSound {
  /** On their way to the loudspeaker. */
  private readonly playing = new Map<ItemId, Sound>()
  private readonly rests = new Map<ItemId, Int16Array>()

  get items(): readonly ItemId[] {
    return [...this.rests.keys()]
  }

  /** A piece goes to the player. */
  played(item: ItemId, pcm: Int16Array): void {
    const sound = this.playing.get(item) ?? this.begin(item)
    sound.samples += pcm.length
    if (sound.samples > MOST_HELD) sound.pieces.length = 0
    else sound.pieces.push(pcm)
  }

  /** It ended; `unheard` of its samples were not rendered. True: its rest is kept. */
  ended(item: ItemId, unheard: number): boolean {
    const sound = this.playing.get(item)
    this.playing.delete(item)
    if (sound === undefined || unheard <= 0 || unheard > Math.min(sound.samples, MOST_KEPT) || sound.pieces.length === 0) return false
    const whole = joinFrames(sound.pieces, sound.samples)
    this.rests.delete(item)
    this.rests.set(item, whole.slice(whole.length - unheard))
    this.bound()
    return true
  }

  rest(item: ItemId): Int16Array | null {
    return this.rests.get(item) ?? null
  }

  /** True: there was something to forget. */
  forget(item: ItemId): boolean {
    this.playing.delete(item)
    return this.rests.delete(item)
  }

  forgetAll(): void {
    this.playing.clear()
    this.rests.clear()
  }

  private begin(item: ItemId): Sound {
    const sound: Sound = { pieces: [], samples: 0 }
    const [oldest] = this.playing.keys()
    if (oldest !== undefined && this.playing.size >= MOST_ITEMS) this.playing.delete(oldest)
    this.playing.set(item, sound)
    return sound
  }

  private bound(): void {
    let samples = 0
    for (const [item, { length }] of [...this.rests].toReversed()) {
      samples += length
      if (samples > MOST_KEPT) this.rests.delete(item)
    }
  }
}
