import { msToSamples } from '../../../shared/audio/audio-format'
import type { ItemId } from '../../../shared/ids'
import { LONGEST_TURN_SAMPLES } from '../../../shared/longest-turn'
import type { AskedAgain } from '../conversation/conversation-store'
import type { Undelivered } from './input-socket'

/** The server's padding before speech (700 ms at most) and the time it takes to notice: what may belong to a sentence nobody has heard yet. */
const BEFORE_SPEECH_SAMPLES = msToSamples(1_000)
/** A detector's padding and its delay: what a session that ends here may have heard of a sentence without a word about it. */
const RECENT_SAMPLES = msToSamples(500)

/**
 * Hands-free, the server decides what a turn is. What it has heard and not answered is remembered here, so that a session
 * that dies in mid-sentence loses nothing: the next one hears it again, and then the rest.
 */
export class SegmentBuffer {
  private frames: Int16Array[] = []
  private samples = 0
  private state: 'silence' | 'speech' | 'asked' = 'silence'
  private item: ItemId | null = null
  /** What is heard again stands in this bubble of an earlier session. */
  private former: ItemId | null = null
  private lost = false

  push(pcm: Int16Array): void {
    this.frames.push(pcm)
    this.samples += pcm.length
    this.trim(this.state === 'silence' && !this.lost ? BEFORE_SPEECH_SAMPLES : LONGEST_TURN_SAMPLES)
  }

  /** `speech_started`. */
  began(): void {
    if (this.state === 'asked') this.trim(BEFORE_SPEECH_SAMPLES) // the new sentence takes the place of the old question
    this.state = 'speech'
    this.item = null
    this.lost = false
  }

  /** The server has made a question of it. Answers its sound. */
  asked(item: ItemId | null): Undelivered {
    this.state = 'asked'
    this.item = item
    return { frames: [...this.frames], samples: this.samples }
  }

  /** The server has a question: the bubble that it takes the place of, once. */
  succeeds(): ItemId | null {
    const { former } = this
    this.former = null
    return former
  }

  answered(): void {
    if (this.state !== 'asked') return
    this.state = 'silence'
    this.item = null
    this.former = null
    this.trim(BEFORE_SPEECH_SAMPLES)
  }

  /** Another session begins: it has heard nothing of this. */
  sessionChanged(): void {
    this.lost ||= this.state !== 'silence'
    this.former = this.lost ? this.standsIn : null
    this.state = 'silence'
    this.item = null
  }

  /** The session that was waited for has it now, and takes it for speech until it says otherwise. */
  saidAgain(): void {
    this.lost = false
    this.state = 'speech'
  }

  /** What the next session must hear again. */
  get again(): AskedAgain | null {
    const item = this.standsIn
    return this.isAsked || item !== null ? { item, spoken: true } : null
  }

  get isAsked(): boolean {
    return this.state === 'asked'
  }

  /** Frames that no session has answered; empty when nothing was cut off. */
  get unanswered(): readonly Int16Array[] {
    return this.lost || this.state !== 'silence' ? this.frames : []
  }

  /** The server hears a sentence, or has heard one and not begun to answer: another session would know nothing of it. */
  get waitsForAnswer(): boolean {
    return this.state !== 'silence'
  }

  /** What was heard last. */
  get recent(): readonly Int16Array[] {
    let from = this.frames.length
    for (let left = RECENT_SAMPLES; from > 0 && left > 0; left -= this.frames[from]?.length ?? 0) from -= 1
    return this.frames.slice(from)
  }

  get waitsForSession(): boolean {
    return this.lost
  }

  clear(): void {
    this.frames = []
    this.samples = 0
    this.state = 'silence'
    this.item = null
    this.former = null
    this.lost = false
  }

  private get standsIn(): ItemId | null {
    return this.isAsked ? this.item : this.former
  }

  private trim(most: number): void {
    while (this.samples > most && this.frames.length > 1) this.samples -= this.frames.shift()?.length ?? 0
  }
}
