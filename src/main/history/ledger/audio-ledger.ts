import type { LedgerEntry, SegmentEnd } from '../../../shared/history'
import type { ConversationId, TurnId } from '../../../shared/ids'
import { Deadline } from '../../platform/deadline'
import type { Timers, WallClock } from '../../platform/ports'

/** What a crash may leave unsaid: this much of a segment. */
const SAVE_EVERY_MS = 1_000

export interface LedgerParts {
  readonly save: (entry: LedgerEntry) => void
  readonly mint: () => string
  /** Read at the first byte of a segment. */
  readonly host: () => string
  readonly conversation: () => ConversationId | null
  readonly clock: WallClock
  readonly timers: Timers
}

/** `end` is not here: an open segment has none. */
interface Segment {
  readonly id: string
  readonly turn: TurnId
  readonly conversation: ConversationId | null
  readonly host: string
  readonly startedAt: number
  readonly mode: LedgerEntry['mode']
  readonly firstMs: number
  lastMs: number
  bytes: number
  savedBytes: number
}

/**
 * The account of all microphone audio that leaves the machine, one entry for each turn on each connection. The audio input tells
 * of every append, so it equals the bytes on the wire.
 */
export class AudioLedger {
  private open: Segment | null = null
  private readonly saving: Deadline
  private total = 0
  private last: Pick<Segment, 'turn' | 'mode'> | null = null

  constructor(private readonly parts: LedgerParts) {
    this.saving = new Deadline(parts.timers, () => this.saveNews())
  }

  /** PCM bytes since the start of the app: those of all entries together. */
  get totalBytes(): number {
    return this.total
  }

  /** `bytes` of PCM were handed to the socket. Fifty times a second: it only counts, but for the first byte of a segment. */
  sent(turn: TurnId, bytes: number, mode: LedgerEntry['mode']): void {
    if (bytes <= 0) return
    this.total += bytes
    const segment = this.open !== null && this.open.turn === turn ? this.open : this.begin(turn, mode)
    segment.bytes += bytes
    segment.lastMs = this.parts.timers.now()
    if (segment.savedBytes === 0) this.save(segment, null)
    this.saving.start(SAVE_EVERY_MS)
  }

  /** A question went out once more, whole and outside the input buffer: the newest, since only its words can still be missing. */
  restored(bytes: number): void {
    if (bytes <= 0 || this.last === null) return
    const { turn, mode } = this.last
    this.end('sent')
    this.sent(turn, bytes, mode)
    this.end('sent')
  }

  /** Nothing more leaves for this turn, or not on this connection. */
  end(why: SegmentEnd): void {
    this.saving.stop()
    if (this.open === null) return
    const segment = this.open
    this.open = null
    this.save(segment, why)
  }

  /** Speech that joins the speech before it goes on in another turn: the first part was sent. */
  private begin(turn: TurnId, mode: LedgerEntry['mode']): Segment {
    this.end('sent')
    const { mint, host, conversation, clock, timers } = this.parts
    const now = timers.now()
    this.last = { turn, mode }
    this.open = { id: mint(), turn, conversation: conversation(), host: host(), startedAt: clock(), mode, firstMs: now, lastMs: now, bytes: 0, savedBytes: 0 }
    return this.open
  }

  private saveNews(): void {
    const segment = this.open
    if (segment !== null && segment.bytes > segment.savedBytes) this.save(segment, null)
  }

  private save(segment: Segment, end: SegmentEnd | null): void {
    segment.savedBytes = segment.bytes
    const { id, turn, conversation, host, startedAt, mode, bytes, firstMs, lastMs } = segment
    this.parts.save({ id, turn, conversation, host, startedAt, mode, bytes, elapsedMs: Math.round(lastMs - firstMs), end })
  }
}
