import { type ItemId, itemId } from '../../../shared/ids'
import type { PlayingView } from '../../../shared/ipc/history'
import type { AudioPort } from '../../platform/ports'

/** The player takes it in pieces, as it takes an answer: one second each, more where there are very many. */
const PIECE_SAMPLES = 24_000
const MOST_PIECES = 4_096

/**
 * Plays kept sound, a draft or an old answer, through the loudspeaker of the talk. One at a time; a talk silences it. An answer may wait
 * behind it in the player, so it is the clip alone that ends.
 */
export class ClipPlayer {
  private playing: { readonly item: ItemId; readonly what: string } | null = null
  private count = 0

  constructor(
    private readonly port: Pick<AudioPort, 'play' | 'endItem' | 'dropItem'>,
    private readonly changed: (playing: PlayingView) => void,
  ) {}

  /** What is played now. */
  get current(): PlayingView {
    return this.playing?.what ?? null
  }

  /** `what` names it for those who look: the id of a draft or an item. */
  play(what: string, pcm: Int16Array): void {
    this.stop()
    this.count += 1
    const item = itemId(`clip_${String(this.count)}`)
    this.playing = { item, what }
    const piece = Math.max(PIECE_SAMPLES, Math.ceil(pcm.length / MOST_PIECES))
    for (let at = 0; at < pcm.length; at += piece) this.port.play(item, pcm.slice(at, at + piece))
    this.port.endItem(item)
    this.changed(what)
  }

  get isPlaying(): boolean {
    return this.playing !== null
  }

  stop(): void {
    const { playing } = this
    if (playing === null) return
    this.playing = null
    this.port.dropItem(playing.item)
    this.changed(null)
  }

  drained(item: ItemId): void {
    if (this.playing?.item !== item) return
    this.playing = null
    this.changed(null)
  }
}
