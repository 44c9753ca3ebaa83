import type { ItemId, TurnId } from '../../shared/ids'
import type { HeardItem } from '../../shared/ipc/audio-ports'
import type { AudioPort } from '../core/ports'
import { decodePcm } from './pcm-decoder'

/** How many cut items are remembered; late deltas come within a second. */
const MAX_DROPPED = 64

interface PlayingItem {
  readonly turn: TurnId | null
  receivedSamples: number
  carry: number | null
  ended: boolean
}

export interface DownlinkListener {
  /** Its first sample was rendered. */
  readonly started: (item: ItemId) => void
  /** Everything received so far has been rendered. */
  readonly drained: (turn: TurnId | null, item: ItemId, heardSamples: number, underruns: number) => void
  /** Cut off: `heardSamples` of `receivedSamples` were rendered. */
  readonly cut: (item: ItemId, heardSamples: number, receivedSamples: number) => void
  readonly silent: (renderedAfterStop: number) => void
  /** A piece went to the player. */
  readonly played: (item: ItemId, pcm: Int16Array) => void
}

/**
 * The answer's audio on its way to the loudspeaker. What a person heard is what the worklet rendered, in samples: never
 * the wall clock, and never more than was received.
 */
export class AudioDownlink {
  private readonly items = new Map<ItemId, PlayingItem>()
  /** Items that were cut, and wait for the worklet's word on how much was heard. */
  private stopping: Map<ItemId, PlayingItem> = new Map()
  /** Newest last. A server may go on sending audio for an item that was cut. */
  private readonly dropped = new Set<ItemId>()
  /** Two stops in a row are answered one by one, each with what it found. */
  private readonly heard = new Map<string, number>()
  private lastStop = 0

  constructor(
    private readonly port: Pick<AudioPort, 'play' | 'endItem' | 'stopPlayback'>,
    private readonly listener: DownlinkListener,
  ) {}

  /** One `response.output_audio.delta`; `audio` is base64 and may split a sample. */
  delta(turn: TurnId | null, item: ItemId, audio: string): void {
    if (this.dropped.has(item)) return
    const playing = this.items.get(item) ?? this.begin(turn, item)
    const { pcm, carry } = decodePcm(audio, playing.carry)
    playing.carry = carry
    playing.receivedSamples += pcm.length
    if (pcm.length === 0) return
    this.port.play(item, pcm)
    this.listener.played(item, pcm)
  }

  /** No more audio for this item. An item without audio is unknown here and stays so. */
  endItem(item: ItemId): void {
    const playing = this.items.get(item)
    if (playing === undefined || playing.ended) return
    playing.ended = true
    this.port.endItem(item)
  }

  /** The connection broke: play what is here, then be done. */
  finish(): void {
    for (const item of this.items.keys()) this.endItem(item)
  }

  /** Silence now. `cut` follows for each item, as soon as the worklet has said how much was heard. */
  stop(): void {
    if (this.items.size === 0) return
    for (const [item, playing] of this.items) {
      this.stopping.set(item, playing)
      this.drop(item)
    }
    this.items.clear()
    this.lastStop += 1
    this.port.stopPlayback(this.lastStop)
  }

  /** The loudspeaker went with its page: nobody can say any more how much was heard. */
  lost(): void {
    this.items.clear()
    this.stopping.clear()
    this.heard.clear()
  }

  knows(item: ItemId): boolean {
    return this.items.has(item) || this.dropped.has(item)
  }

  get playing(): boolean {
    return this.items.size > 0
  }

  started(item: ItemId): void {
    if (this.items.has(item)) this.listener.started(item)
  }

  drained(item: ItemId, heardSamples: number, underruns: number): void {
    this.stopping.delete(item) // heard to its end just before the stop arrived: nothing to cut
    const playing = this.items.get(item)
    if (playing === undefined) return
    this.items.delete(item)
    if (this.items.size === 0) this.listener.drained(playing.turn, item, heardSamples, underruns)
  }

  stopped(id: number, heard: readonly HeardItem[], renderedAfterStop: number): void {
    for (const { item, heardSamples } of heard) this.heard.set(item, heardSamples)
    if (id !== this.lastStop) return // the answer to the last stop closes the account
    const cut = this.stopping
    this.stopping = new Map()
    for (const [item, playing] of cut) {
      const heardSamples = Math.min(this.heard.get(item) ?? 0, playing.receivedSamples)
      this.listener.cut(item, heardSamples, playing.receivedSamples)
    }
    this.heard.clear()
    this.listener.silent(renderedAfterStop)
  }

  private drop(item: ItemId): void {
    this.dropped.add(item)
    const [oldest] = this.dropped
    if (this.dropped.size > MAX_DROPPED && oldest !== undefined) this.dropped.delete(oldest)
  }

  private begin(turn: TurnId | null, item: ItemId): PlayingItem {
    const playing: PlayingItem = { turn, receivedSamples: 0, carry: null, ended: false }
    this.items.set(item, playing)
    return playing
  }
}
