import type { HeardReading } from '../../../../shared/audio/heard-readings'
import type { HeardItem, PlaybackCommand, PlaybackFact } from '../../../../shared/ipc/audio-ports'
import { PlaybackSlots, type PlayingItem } from './playback-slots'

/** Main joins what a server cuts small: so many chunks are more than half an hour. What comes on top is told, and not played. */
const CAPACITY_CHUNKS = 16_384
/** Items not yet played to their end. A response has one or two. */
const CAPACITY_ITEMS = 256
/** 2.5 ms: a cut waveform falls to zero from its last value instead of clicking. No queued sample is in that slope. */
const SLOPE_SAMPLES = 60

interface Stop {
  readonly id: number
  readonly heard: readonly HeardItem[]
  /** `rendered` when the stop came in. */
  readonly at: number
}

/** What a person hears, and how much of it was heard: counted in rendered samples, item by item. */
export class PlaybackQueue {
  private readonly slots: PlaybackSlots
  private readonly items = new Map<string, PlayingItem>()
  /** Names of the last stop; audio for them that is still under way must not be heard. */
  private stopped: ReadonlySet<string> = new Set()
  private stopping: Stop | null = null
  private offset = 0
  private rendered = 0
  private last = 0
  private step = 0

  constructor(
    private readonly tell: (fact: PlaybackFact) => void,
    capacity: number = CAPACITY_CHUNKS,
  ) {
    this.slots = new PlaybackSlots(capacity)
  }

  /** Something waits to be rendered: samples, or the quantum of silence that proves a stop. */
  get busy(): boolean {
    return this.slots.chunk !== null || this.stopping !== null
  }

  /** How far it is with what it has, in the order in which that came. */
  readings(): readonly HeardReading[] {
    return Array.from(this.items.values(), ({ name, heard, waiting, ended }) => ({ item: name, heardSamples: heard, waitingSamples: waiting, ended }))
  }

  receive(command: PlaybackCommand): void {
    if (command.type === 'write') this.write(command.item, command.pcm)
    if (command.type === 'end') this.end(command.item)
    if (command.type === 'drop') this.drop(command.item)
    if (command.type === 'stop') this.stop(command.id)
  }

  /** Fills one render quantum. Allocates nothing but the facts it tells. */
  render(output: Float32Array): void {
    const content = this.stopping === null ? this.renderContent(output) : 0
    this.settle(output, content)
    if (this.stopping !== null) this.proveSilence(this.stopping)
  }

  private write(name: string, pcm: Int16Array): void {
    if (this.stopped.has(name)) return
    const item = this.items.get(name) ?? this.begin(name)
    if (pcm.length === 0 && item !== null) return
    if (item === null || !this.slots.add(item, pcm)) return this.tell({ type: 'overflow', item: name, droppedSamples: pcm.length })
    item.waiting += pcm.length
    if (item.ranDry) item.underruns += 1
    item.ranDry = false
  }

  private begin(name: string): PlayingItem | null {
    if (this.items.size === CAPACITY_ITEMS) return null
    const item: PlayingItem = { name, waiting: 0, heard: 0, underruns: 0, ranDry: false, ended: false }
    this.items.set(name, item)
    return item
  }

  private end(name: string): void {
    const item = this.items.get(name)
    if (item === undefined) return
    item.ended = true
    this.drain(item)
  }

  /** One item is not wanted any more; what waits behind it is played on. */
  private drop(name: string): void {
    const item = this.items.get(name)
    if (item === undefined) return
    if (this.slots.item === item) this.offset = 0
    this.slots.remove(item)
    this.items.delete(name)
  }

  private stop(id: number): void {
    const before = this.stopping
    if (before !== null) this.proveSilence(before)
    const heard = Array.from(this.items.values(), ({ name, heard }) => ({ item: name, heardSamples: heard }))
    if (heard.length > 0) this.stopped = new Set(this.items.keys())
    this.stopping = { id, heard: [...(before?.heard ?? []), ...heard], at: this.rendered }
    this.items.clear()
    this.slots.clear()
    this.offset = 0
  }

  private renderContent(output: Float32Array): number {
    let filled = 0
    for (let chunk = this.slots.chunk; chunk !== null && filled < output.length; chunk = this.slots.chunk) {
      filled += this.renderChunk(chunk, output, filled)
    }
    if (filled < output.length) this.items.forEach(noteDryness)
    return filled
  }

  /** Renders what fits of the first chunk and returns how many samples that was. */
  private renderChunk(chunk: Int16Array, output: Float32Array, from: number): number {
    const count = Math.min(chunk.length - this.offset, output.length - from)
    for (let at = 0; at < count; at += 1) output[from + at] = (chunk[this.offset + at] ?? 0) / 32_768
    const { item } = this.slots
    this.offset += count
    this.rendered += count
    this.last = output[from + count - 1] ?? 0
    this.step = this.last / SLOPE_SAMPLES
    if (this.offset === chunk.length) this.nextChunk()
    if (item !== null) this.hear(item, count)
    return count
  }

  private nextChunk(): void {
    this.slots.next()
    this.offset = 0
  }

  private hear(item: PlayingItem, count: number): void {
    if (item.heard === 0) this.tell({ type: 'started', item: item.name })
    item.heard += count
    item.waiting -= count
    this.drain(item)
  }

  private drain(item: PlayingItem): void {
    if (!item.ended || item.waiting > 0) return
    this.items.delete(item.name)
    this.tell({ type: 'drained', item: item.name, heardSamples: item.heard, underruns: item.underruns })
  }

  /** Fills the rest of a quantum: the last value falls to zero, then silence. */
  private settle(output: Float32Array, from: number): void {
    for (let at = from; at < output.length; at += 1) {
      this.last = Math.abs(this.last) > Math.abs(this.step) ? this.last - this.step : 0
      output[at] = this.last
    }
  }

  private proveSilence({ id, heard, at }: Stop): void {
    this.stopping = null
    this.tell({ type: 'stopped', id, heard, renderedAfterStop: this.rendered - at })
  }
}

function noteDryness(item: PlayingItem): void {
  item.ranDry = item.heard > 0
}
