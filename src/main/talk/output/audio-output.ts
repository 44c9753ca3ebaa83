import type { ItemId, TurnId } from '../../../shared/ids'
import type { HeardItem } from '../../../shared/ipc/audio-ports'
import type { AudioPort, Timers } from '../../platform/ports'
import { decodePcm } from '../core/realtime/pcm-decoder'
import { PieceJoiner } from './piece-joiner'
import { SilentItems } from './silent-items'
import { remember } from '../core/remember'

interface PlayingItem {
  /** Null: the server answers by itself. */
  readonly turn: TurnId | null
  /** Heard before: more came for an item that had been played to its end. */
  readonly before: number
  receivedSamples: number
  heardSamples: number
  /** The player had no room for these. */
  lostSamples: number
  ended: boolean
}

export interface AudioOutputListener {
  /** Its first sample was rendered. */
  readonly started: (item: ItemId) => void
  /** All of the item was rendered. `again`: it had been played to its end before. */
  readonly drained: (item: ItemId, heardSamples: number, underruns: number, again: boolean) => void
  /** Nothing of the turn is left to play. */
  readonly finished: (turn: TurnId) => void
  /** Cut off: `heardSamples` of `receivedSamples` were rendered. */
  readonly cut: (item: ItemId, heardSamples: number, receivedSamples: number) => void
  readonly silent: (renderedAfterStop: number) => void
  /** A piece goes to the player. */
  readonly played: (item: ItemId, pcm: Int16Array) => void
  /** There is something to play, or more of it. */
  readonly began: () => void
}

/**
 * The answer's audio on its way to the loudspeaker. What a person heard is what the worklet rendered, in samples: never
 * the wall clock, and never more than was received. An item is here from its first sample to its last.
 */
export class AudioOutput {
  private readonly items = new Map<ItemId, PlayingItem>()
  /** The odd byte of each item that the next delta completes. */
  private readonly carried = new Map<ItemId, number | null>()
  /** Items that were cut, and wait for the worklet's word on how much was heard. */
  private stopping: Map<ItemId, PlayingItem> = new Map()
  /** A server may go on sending audio for an item that was cut; bounded. */
  private readonly dropped = new Map<ItemId, true>()
  /** How much was heard of items that were played to their end; bounded. */
  private readonly whole = new Map<ItemId, number>()
  /** Two stops in a row are answered one by one, each with what it found. */
  private readonly heard = new Map<string, number>()
  private readonly joiner: PieceJoiner
  private readonly silent: SilentItems
  private lastStop = 0

  constructor(
    private readonly port: Pick<AudioPort, 'play' | 'endItem' | 'stopPlayback'>,
    private readonly listener: AudioOutputListener,
    timers: Pick<Timers, 'now' | 'after'>,
  ) {
    this.joiner = new PieceJoiner((item, pcm) => port.play(item, pcm), timers)
    this.silent = new SilentItems(timers, (item) => this.endItem(item))
  }

  /** One `response.output_audio.delta`; `audio` is base64 and may split a sample. True: it is the first sound of the item. */
  delta(turn: TurnId | null, item: ItemId, audio: string): boolean {
    if (this.dropped.has(item)) return false
    const { pcm, carry } = decodePcm(audio, this.carried.get(item) ?? null)
    remember(this.carried, item, carry)
    if (pcm.length === 0) return false // nothing to hear: nothing to wait for
    const known = this.items.get(item)
    const playing = known ?? this.begin(turn, item)
    playing.receivedSamples += pcm.length
    this.joiner.push(item, pcm)
    if (playing.ended) this.tellEnd(item) // it came late; the player may have been done with the item
    else this.silent.came(item)
    this.listener.played(item, pcm)
    if (known === undefined) this.listener.began()
    return known === undefined
  }

  /** No more audio for this item. An item without audio is unknown here and stays so. */
  endItem(item: ItemId): void {
    const playing = this.items.get(item)
    if (playing === undefined || playing.ended) return
    playing.ended = true
    this.silent.ended(item)
    this.tellEnd(item)
    this.settle(item, playing)
  }

  /** The answer is whole, also where the server never says so of its items. */
  endTurn(turn: TurnId | null): void {
    for (const [item, playing] of this.items) if (playing.turn === turn) this.endItem(item)
  }

  /** The connection broke: play what is here, then be done. */
  finish(): void {
    for (const item of this.items.keys()) this.endItem(item)
  }

  /** Silence now. `cut` follows for each item, as soon as the worklet has said how much was heard. */
  stop(): void {
    if (this.items.size === 0) return
    const turns = new Set([...this.items.values()].map(({ turn }) => turn))
    for (const [item, playing] of this.items) {
      this.stopping.set(item, playing)
      remember(this.dropped, item, true)
    }
    this.items.clear()
    this.silent.clear()
    this.joiner.drop()
    this.lastStop += 1
    this.port.stopPlayback(this.lastStop)
    for (const turn of turns) if (turn !== null) this.listener.finished(turn)
  }

  /** Silence, and another conversation: in that one nobody asks how much was heard of what is cut now. */
  leave(): void {
    this.stop()
    this.stopping.clear()
  }

  /** The loudspeaker went with its page: nobody can say any more how much was heard. */
  lost(): void {
    this.items.clear()
    this.silent.clear()
    this.stopping.clear()
    this.heard.clear()
    this.joiner.drop()
  }

  knows(item: ItemId): boolean {
    return this.items.has(item) || this.dropped.has(item) || this.whole.has(item)
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
    playing.heardSamples += heardSamples
    this.settle(item, playing, underruns)
  }

  /** The player had no room for so many samples. */
  overflowed(item: ItemId, samples: number): void {
    const playing = this.items.get(item)
    if (playing === undefined) return
    playing.lostSamples += samples
    if (playing.ended) this.settle(item, playing)
  }

  stopped(id: number, heard: readonly HeardItem[], renderedAfterStop: number): void {
    for (const { item, heardSamples } of heard) this.heard.set(item, heardSamples)
    if (id !== this.lastStop) return // the answer to the last stop closes the account
    const cut = this.stopping
    this.stopping = new Map()
    for (const [item, playing] of cut) {
      const heardSamples = Math.min(playing.before + playing.heardSamples + (this.heard.get(item) ?? 0), playing.receivedSamples)
      this.listener.cut(item, heardSamples, playing.receivedSamples)
    }
    this.heard.clear()
    this.listener.silent(renderedAfterStop)
  }

  /** What the player has not rendered, or said to have lost, is still to come. */
  private settle(item: ItemId, playing: PlayingItem, underruns = 0): void {
    const { turn, before, heardSamples, lostSamples, receivedSamples } = playing
    if (before + heardSamples + lostSamples < receivedSamples) return
    this.items.delete(item)
    remember(this.whole, item, receivedSamples)
    this.listener.drained(item, before + heardSamples, underruns, before > 0)
    if (turn !== null && [...this.items.values()].every((other) => other.turn !== turn)) this.listener.finished(turn)
  }

  private tellEnd(item: ItemId): void {
    this.joiner.flush()
    this.port.endItem(item)
  }

  private begin(turn: TurnId | null, item: ItemId): PlayingItem {
    const before = this.whole.get(item) ?? 0
    const playing: PlayingItem = { turn, before, receivedSamples: before, heardSamples: 0, lostSamples: 0, ended: before > 0 }
    this.items.set(item, playing)
    return playing
  }
}
