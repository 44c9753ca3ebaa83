import type { ItemId, TurnId } from '../../../shared/ids'
import type { AskedAgain } from '../conversation/conversation-store'
import { HeldFrames } from './held-frames'
import { QuestionItem } from './question-item'
import { SegmentBuffer } from './segment-buffer'
import { samplesIn, type Undelivered, type InputSocket } from './input-socket'

/** Above this many bytes waiting in the socket (2 s of base64 audio) frames stay here instead of growing its queue. */
const SOCKET_WATERMARK_BYTES = 128_000

/**
 * Microphone frames on their way out. The frames of the turn are held until its answer begins, so that a
 * press before the connection is ready, or a connection that dies in mid-turn, loses nothing: `resume` sends them again,
 * in order, to the new session. No decisions here and no copies: frames go through by reference.
 */
export class AudioInput {
  private turn: TurnId | null = null
  /** The turn whose speech this one joined: its last frames are still on the port when the key comes down again. */
  private joined: TurnId | null = null
  private readonly held = new HeldFrames()
  private wantsCommit = false
  private commitSent = false
  private acknowledged = false
  private readonly question = new QuestionItem()
  private retain = true
  private readonly memory = new SegmentBuffer()

  constructor(
    private readonly socket: InputSocket,
    private readonly committed: (turn: TurnId, samples: number) => void,
  ) {}

  /** A new turn. `merge`: the speech joins what is already there, so nothing is cleared. */
  begin(turn: TurnId, merge: boolean): void {
    if (!merge) this.wipe()
    this.joined = merge ? this.turn : null
    this.turn = turn
    this.retain = true
    this.wantsCommit = false
    this.unsent()
  }

  /**
   * A hands-free segment: frames pass straight through, since the server decides what a turn is. Nothing is cleared:
   * unmuting in mid-sentence goes on with the sentence. What an earlier session heard and did not answer goes first.
   */
  stream(segment: TurnId): void {
    this.forget()
    this.question.goesOut(null)
    this.joined = null
    this.turn = segment
    this.retain = false
    this.goOn()
  }

  /** The session listens: it hears what an earlier one heard and did not answer, and what was said since. */
  goOn(): void {
    if (!this.memory.waitsForSession) return
    this.tellRepeated(this.memory.unanswered)
    for (const pcm of this.memory.unanswered) this.send(pcm)
    this.memory.saidAgain()
  }

  /** The server hears speech in the segment. */
  speechBegan(): void { this.memory.began() }

  /** The server answers by itself, or has decided not to. */
  streamAnswered(): void { this.memory.answered() }

  /** A hands-free segment goes through, and no turn of ours. */
  get streams(): boolean { return !this.retain }

  /** Only this session can finish with what was said hands-free. */
  get streamWaits(): boolean { return this.memory.waitsForAnswer }

  /** A session that is gone had heard it, and no other one yet. */
  get streamLost(): boolean { return this.memory.waitsForSession }

  /** Hands-free is over. What no session has answered comes back to be kept. */
  leaveStream(): Undelivered | null {
    const frames = this.memory.unanswered
    this.memory.clear()
    this.retain = true // what a server says of speech from here on is about none of it
    return frames.length === 0 ? null : { frames, samples: samplesIn(frames) }
  }

  /** The segment's gate shuts: a frame still on its way must not follow what goes out now, be it silence or a clear. */
  endStream(segment: TurnId): void {
    if (segment === this.turn) this.turn = null
  }

  /** The first samples of the turn are from before its press: they are sent, and make no tap a question. */
  readonly beganEarly = (turn: TurnId, samples: number): void => void (turn === this.turn && this.retain && (this.held.early += samples))
  frame(turn: TurnId, pcm: Int16Array): void {
    if (turn !== this.turn && turn !== this.joined) return
    if (!this.retain) return this.pass(pcm)
    this.held.push(pcm)
    this.flush(SOCKET_WATERMARK_BYTES)
  }

  /** Speech is complete: the rest goes out, then the commit, then `committed` is told. Waits for the socket if it must. */
  commit(turn: TurnId): void {
    if (turn !== this.turn) return
    this.wantsCommit = true
    this.finish()
  }

  /** A whole speech from elsewhere, such as a draft, takes the road of a turn. `of`: the bubble it stands in, if any. */
  load(turn: TurnId, pcm: Int16Array, of: ItemId | null): void {
    this.begin(turn, false)
    this.question.goesOut(of)
    this.held.load(pcm)
    this.commit(turn)
  }

  /** `input_audio_buffer.committed`: the server has the question whole, as `item`. It may still lose it with its session. Answers its sound. */
  delivered(item: ItemId | null): Undelivered | null {
    if (!this.retain) return this.memory.asked(item)
    if (!this.commitSent || this.acknowledged) return null
    this.acknowledged = true
    this.question.acknowledged(item)
    return this.speech
  }

  /** What the server has now it was asked before: the bubble of then, once. */
  repeats = (): ItemId | null => (this.retain ? this.question : this.memory).succeeds()

  /** The session is gone, and with it what it had acknowledged and not answered: that is undelivered again. */
  sessionLost(): void {
    this.acknowledged = false
  }

  /** All that is held of the running turn. */
  get speech(): Undelivered { return this.held.all }

  /** Held since the press. */
  get spokenSamples(): number { return this.held.all.samples - this.held.early }
  /** The turn ends without the person's wish. What the server has not acknowledged comes back to be kept; null: nothing is lost. */
  take(turn: TurnId): Undelivered | null {
    if (turn !== this.turn || !this.retain) return null
    const taken = this.acknowledged ? null : this.speech
    this.discard(turn)
    return taken
  }

  /** The turn is not wanted. */
  discard(turn: TurnId): void {
    if (turn === this.turn) this.wipe()
    if (this.turn !== turn) return
    this.turn = null
    this.joined = null
  }

  /**
   * The answer to this turn has begun, so its frames need not be held any longer. The commit's acknowledgement would be too
   * early: an item without an answer dies with its session.
   */
  answered(turn: TurnId): void {
    if (turn === this.turn && this.commitSent) this.forget()
  }

  /** A new session is ready: what the old one had not answered goes to the new one, from the start. */
  resume(): void {
    this.tellRepeated(this.held.rewind())
    this.question.goesOut(this.question.item)
    this.unsent()
    this.memory.sessionChanged()
    this.passRecent()
    this.flush(SOCKET_WATERMARK_BYTES)
    this.finish()
  }

  /** Whatever lies in the server's buffer goes. */
  clear(): void { this.wipe() }

  /** Digital silence, so that a server-side voice detector hears the end of speech after the gate has closed. */
  padSilence(samples: number): void {
    if (this.socket.isReady()) this.socket.append(new Int16Array(samples), null)
  }

  /** Speech of a held key waits for a server that has not acknowledged it. */
  get undelivered(): boolean { return this.wantsCommit && !this.acknowledged }

  /** A whole question waits for its answer; `resume` asks it again. */
  get again(): AskedAgain | null {
    return this.wantsCommit ? { item: this.question.item, spoken: true } : this.memory.again
  }

  /** The session that is there has a whole question of the segment. */
  get streamAsked(): boolean { return this.memory.isAsked }

  private pass(pcm: Int16Array): void {
    this.memory.push(pcm)
    if (!this.memory.waitsForSession) this.send(pcm)
  }

  /** The session was replaced under an open gate: a sentence that had just begun, the old one had not noticed yet. */
  private passRecent(): void {
    if (this.retain || this.turn === null || this.memory.waitsForSession) return
    const { recent } = this.memory
    this.tellRepeated(recent)
    for (const pcm of recent) this.send(pcm)
  }

  private tellRepeated(frames: readonly Int16Array[]): void {
    if (frames.length > 0) this.socket.repeating(samplesIn(frames))
  }

  private send(pcm: Int16Array): void {
    if (this.socket.isReady()) this.socket.append(pcm, this.turn)
  }

  private finish(): void {
    if (!this.wantsCommit || this.commitSent || this.turn === null || !this.socket.isReady()) return
    this.flush(Number.POSITIVE_INFINITY)
    this.commitSent = true
    this.question.committed()
    this.socket.commit()
    this.committed(this.turn, this.held.all.samples)
  }

  private flush(watermark: number): void {
    if (!this.socket.isReady()) return
    while (this.socket.bufferedBytes() < watermark) {
      const pcm = this.held.next()
      if (pcm === undefined) return
      this.socket.append(pcm, this.turn)
    }
  }

  /** `clear` goes first, so that it cannot wipe what follows it. */
  private wipe(): void {
    this.forget()
    if (this.socket.isReady()) this.socket.clear()
  }

  private forget(): void {
    this.held.clear()
    this.question.forget()
    this.wantsCommit = false
    this.unsent()
  }

  private unsent(): void {
    this.commitSent = false
    this.acknowledged = false
  }
}
