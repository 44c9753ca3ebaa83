import { msToSamples, SAMPLE_RATE_HZ } from '../../../shared/audio/audio-format'
import type { ItemId } from '../../../shared/ids'
import { Deadline } from '../../platform/deadline'
import type { Timers } from '../../platform/ports'
import { joinFrames } from '../../../shared/audio/join-frames'

/** A piece of this length is worth a message of its own; half an hour of such pieces fits into the player's queue. */
const WHOLE_SAMPLES = msToSamples(100)
/** With less than this before it the player gets whatever there is, at once. */
const AHEAD_MS = 400
/** Nothing waits here for longer. */
const LONGEST_WAIT_MS = 100

/**
 * Small pieces of an answer, joined while the player has enough to do: the player's queue has room for so many pieces, however short
 * they are, and a server may send hours of sound in pieces of a few samples.
 */
export class PieceJoiner {
  private pieces: Int16Array[] = []
  private samples = 0
  private item: ItemId | null = null
  /** When the player has rendered what it was given so far, at the earliest; by the clock of the timers. */
  private busyUntil = 0
  private readonly longest: Deadline

  constructor(
    private readonly play: (item: ItemId, pcm: Int16Array) => void,
    private readonly timers: Pick<Timers, 'now' | 'after'>,
  ) {
    this.longest = new Deadline(timers, () => this.flush())
  }

  push(item: ItemId, pcm: Int16Array): void {
    if (item !== this.item) this.flush()
    this.item = item
    this.pieces.push(pcm)
    this.samples += pcm.length
    if (this.samples >= WHOLE_SAMPLES || this.busyUntil - this.timers.now() < AHEAD_MS) return this.flush()
    this.longest.start(LONGEST_WAIT_MS)
  }

  flush(): void {
    const { item, pieces, samples } = this
    const [only] = pieces
    this.empty()
    if (item === null || only === undefined) return
    this.busyUntil = Math.max(this.busyUntil, this.timers.now()) + (samples * 1_000) / SAMPLE_RATE_HZ // never rounded: pieces may be of one sample
    this.play(item, pieces.length === 1 ? only : joinFrames(pieces, samples))
  }

  /** The player was silenced: what waits here must not be heard. */
  drop(): void {
    this.empty()
    this.busyUntil = 0
  }

  private empty(): void {
    this.longest.stop()
    this.pieces = []
    this.samples = 0
    this.item = null
  }
}
