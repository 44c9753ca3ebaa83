import type { ConversationSummary } from '../../shared/history'
import { type ConversationId, conversationId } from '../../shared/ids'
import type { PlacedItem } from '../../shared/ipc/history'
import type { Settings } from '../../shared/settings'
import type { WallClock } from '../platform/ports'
import type { HistoryRecorder } from './recorder/history-recorder'

export interface CurrentConversationParts {
  readonly recorder: Pick<HistoryRecorder, 'begin'>
  readonly settings: () => Settings
  readonly endpointName: () => string
  readonly wallClock: WallClock
  readonly mint: () => string
}

/** Which conversation is being held, and whether anything of it may be written down. */
export class CurrentConversation {
  private conversation: ConversationId
  private wishedPrivate = false
  private readonly opening = new Set<ConversationId>()

  constructor(private readonly parts: CurrentConversationParts) {
    this.conversation = conversationId(parts.mint())
    this.begin(false)
  }

  /** Null while nothing is written: then nothing outside may point at it. */
  get id(): ConversationId | null {
    return this.isPrivate ? null : this.conversation
  }

  /** It is being held or about to be, so that it is not old whatever its age. */
  holds(conversation: ConversationId): boolean {
    return conversation === this.conversation || this.opening.has(conversation)
  }

  /** It is about to go on: nobody may take it away while it is fetched. */
  async whileOpening<T>(conversation: ConversationId, work: () => Promise<T>): Promise<T> {
    this.opening.add(conversation)
    return work().finally(() => this.opening.delete(conversation))
  }

  get isPrivate(): boolean {
    return this.wishedPrivate || this.parts.settings().keeping === 'nothing'
  }

  /** A fresh one. `isPrivate`: by the person's wish, for this talk only. */
  begin(isPrivate: boolean): void {
    this.wishedPrivate = isPrivate
    this.record(conversationId(this.parts.mint()), this.parts.wallClock(), [])
  }

  /** An old one goes on, with its last items as they are stored. */
  goOn({ id, startedAt }: Pick<ConversationSummary, 'id' | 'startedAt'>, known: readonly PlacedItem[]): void {
    this.wishedPrivate = false
    this.record(id, startedAt, known)
  }

  private record(id: ConversationId, startedAt: number, known: readonly PlacedItem[]): void {
    this.conversation = id
    this.parts.recorder.begin({ id, startedAt, endpointName: this.parts.endpointName() }, known, this.isPrivate)
  }
}
