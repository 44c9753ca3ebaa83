import { type ItemId, itemId } from '../../shared/ids'
import type { PlayingView } from '../../shared/ipc/history-contract'
import type { AudioPort } from '../core/ports'

/** The player takes it in pieces, as it takes an answer: one second each. */
const PIECE_SAMPLES = 24_000

/** Plays kept sound, a draft or an old answer, through the loudspeaker of the talk. One at a time; a talk silences it. */
export class Replay {
  private playing: { readonly item: ItemId; readonly what: string } | null = null
  private count = 0

  constructor(
    private readonly port: Pick<AudioPort, 'play' | 'endItem' | 'stopPlayback'>,
    private readonly changed: (playing: PlayingView) => void,
  ) {}

  /** `what` names it for those who look: the id of a draft or an item. */
  play(what: string, pcm: Int16Array): void {
    this.stop()
    this.count += 1
    const item = itemId(`replay_${String(this.count)}`)
    this.playing = { item, what }
    for (let at = 0; at < pcm.length; at += PIECE_SAMPLES) this.port.play(item, pcm.slice(at, at + PIECE_SAMPLES))
    this.port.endItem(item)
    this.changed(what)
  }

  /** Negative numbers, so that no answer's stop is mistaken for ours. */
  stop(): void {
    if (this.playing === null) return
    this.playing = null
    this.port.stopPlayback(-this.count)
    this.changed(null)
  }

  drained(item: ItemId): void {
    if (this.playing?.item !== item) return
    this.playing = null
    this.changed(null)
  }
}
