import { samplesToMs } from '../../../shared/audio/audio-format'
import type { AppError } from '../../../shared/errors/errors'
import type { Draft } from '../../../shared/history'
import type { ConversationId, DraftId, ItemId, TurnId } from '../../../shared/ids'
import type { KeptSpeech } from '../../../shared/view'
import type { HistoryStore } from '../core/ports'
import type { Timers, WallClock } from '../../platform/ports'
import { TUNING } from '../../talk/core/turn/tuning'
import type { Kept, SpeechDrafts, Undelivered } from '../../talk/extension'
import { joinFrames } from '../../../shared/audio/join-frames'

export interface DraftParts {
  readonly store: Pick<HistoryStore, 'saveDraft' | 'removeDraft'>
  readonly timers: Timers
  readonly wallClock: WallClock
  readonly conversation: () => ConversationId | null
  readonly isPrivate: () => boolean
  /** The place of the server we talk to. */
  readonly place: () => string
  readonly mint: () => DraftId
  readonly notify: (error: AppError) => void
  readonly changed: () => void
}

/** A disk that was full may have room again. */
const SAVE_AGAIN_MS = 5_000
/** The newest of a conversation stand in it; all of them are in the history. */
const MOST_SHOWN = 5

/** Speech that did not reach its server: kept until it is sent again or deleted. Never written of a private conversation. */
export class Drafts implements SpeechDrafts {
  /** Turns that send a draft once more: it stays until their answer begins. */
  private readonly sending = new Map<TurnId, DraftId>()
  private readonly unsaved = new Map<DraftId, Promise<void>>()
  /** Where their speech stands in the talk, while this run lasts. */
  private readonly bubbles = new Map<DraftId, ItemId>()

  /** Those that have no bubble there. */
  private kept: readonly (KeptSpeech & { readonly conversation: ConversationId | null })[] = []

  constructor(private readonly parts: DraftParts) {}

  /** What this run has kept of the conversation that is being held, and does not send just now. */
  get here(): readonly KeptSpeech[] {
    const [conversation, sending] = [this.parts.conversation(), new Set(this.sending.values())]
    return this.kept.filter((each) => each.conversation === conversation && !sending.has(each.draft)).map(({ draft, ms }) => ({ draft, ms }))
  }

  /** It is deleted, or has reached a server. */
  forget(draft: DraftId): void {
    this.kept = this.kept.filter((each) => each.draft !== draft)
  }

  /** `item`: its bubble, if a server that is gone had heard it whole. */
  keep(turn: TurnId, speech: Undelivered | null, item: ItemId | null = null): Kept {
    const sent = this.sending.get(turn)
    if (sent !== undefined) {
      this.sending.delete(turn)
      this.standsIn(sent, item)
      return 'kept'
    }
    if (speech === null || samplesToMs(speech.samples) < TUNING.minCommitMs) return 'nothing'
    if (this.parts.isPrivate()) return 'private'
    const draft: Draft = {
      id: this.parts.mint(),
      conversation: this.parts.conversation(),
      createdAt: this.parts.wallClock(),
      ms: samplesToMs(speech.samples),
      saidTo: this.parts.place(),
    }
    this.standsIn(draft.id, item)
    if (item === null) this.kept = [...this.kept, { draft: draft.id, ms: draft.ms, conversation: draft.conversation }].slice(-MOST_SHOWN)
    this.unsaved.set(draft.id, this.save(draft, joinFrames(speech.frames, speech.samples), true))
    return 'kept'
  }

  /** Answers the bubble that it stands in already. */
  sendsAgain(turn: TurnId, draft: DraftId): ItemId | null {
    this.sending.set(turn, draft)
    return this.bubbles.get(draft) ?? null
  }

  /** The answer has begun: the server has it. */
  async answered(turn: TurnId): Promise<void> {
    const draft = this.sending.get(turn)
    if (draft === undefined) return
    this.sending.delete(turn)
    this.bubbles.delete(draft)
    this.forget(draft)
    const removed = await this.parts.store.removeDraft(draft)
    if (!removed.ok) this.parts.notify(removed.error)
    this.parts.changed()
  }

  /** The first attempt of all that is not on the disk yet. */
  async flush(): Promise<void> {
    await Promise.all(this.unsaved.values())
  }

  /** One that has a bubble in the talk is shown by it. */
  private standsIn(draft: DraftId, item: ItemId | null): void {
    if (item === null) return
    this.bubbles.set(draft, item)
    this.forget(draft)
  }

  private async save(draft: Draft, pcm: Int16Array, first: boolean): Promise<void> {
    const saved = await this.parts.store.saveDraft(draft, pcm)
    if (saved.ok) {
      this.unsaved.delete(draft.id)
      return this.parts.changed()
    }
    if (first) this.parts.notify(saved.error)
    this.parts.timers.after(SAVE_AGAIN_MS, () => void this.save(draft, pcm, false))
  }
}
