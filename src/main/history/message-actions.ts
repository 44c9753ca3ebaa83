import type { ConversationItem, TextPart } from '../../shared/conversation'
import { appError, type AppError } from '../../shared/errors/errors'
import type { ConversationId, ItemId } from '../../shared/ids'
import { err, ok, type Result } from '../../shared/result'
import { textPart } from '../talk/core/conversation/shown-part'
import type { HistoryActions } from './history-actions'
import type { Removed } from './removed'
import type { Submission } from '../talk/extension'

export interface MessageActionsParts {
  readonly actions: Pick<HistoryActions, 'removeItem' | 'restoreItem' | 'play'>
  readonly removed: Removed
  /** Null while nothing of the talk is written down. */
  readonly conversation: () => ConversationId | null
  readonly items: () => readonly ConversationItem[]
  /** Whether the server we talk with may know it. */
  readonly isOurs: (item: ItemId) => boolean
  readonly removeFromConversation: (item: ItemId) => void
  readonly putBackInConversation: (item: ItemId) => void
  /** Why nothing may be asked now; null: it may. */
  readonly refusal: () => AppError | null
  readonly submit: (what: Submission) => void
  readonly copy: (text: string) => void
}

type Answer<T> = Promise<Result<T, AppError>>

const GONE = err(appError('item-gone'))

/** What a person does with one message in the panel. */
export class MessageActions {
  constructor(private readonly parts: MessageActionsParts) {}

  copy(id: ItemId): Result<null, AppError> {
    const item = this.find(id)
    if (item === undefined) return GONE
    this.parts.copy(item.text)
    return ok(null)
  }

  /** A piece of a long text that the page has not got. */
  text(id: ItemId, from: number): Result<TextPart, AppError> {
    const item = this.find(id)
    return item === undefined ? GONE : ok(textPart(item.text, from))
  }

  async play(item: ItemId): Answer<null> {
    const conversation = this.parts.conversation()
    if (conversation === null) return err(appError('no-sound'))
    const played = await this.parts.actions.play({ kind: 'item', conversation, item })
    return played.ok ? played : err(appError('no-sound', played.error.detail))
  }

  /** Out of the talk and out of the history; it can be put back for a while. */
  async remove(item: ItemId): Answer<null> {
    const conversation = this.parts.conversation()
    if (conversation === null) {
      this.parts.removeFromConversation(item)
      return ok(null)
    }
    this.parts.removed.offered('panel')
    return this.parts.actions.removeItem(conversation, item)
  }

  async restore(item: ItemId): Answer<null> {
    const conversation = this.parts.conversation()
    if (conversation !== null) return this.parts.actions.restoreItem(conversation, item)
    this.parts.putBackInConversation(item)
    return ok(null)
  }

  /**
   * The newest question is answered once more, in place of its answer; an older one, or one that this server must not know,
   * is asked again in its words. Tells what was taken out for that.
   */
  async again(id: ItemId): Answer<readonly ItemId[]> {
    const refusal = this.parts.refusal()
    if (refusal !== null) return err(refusal)
    const items = this.parts.items()
    const question = questionOf(items, id)
    if (question === null) return GONE
    const later = items.slice(items.indexOf(question) + 1)
    if (!this.parts.isOurs(question.id) || later.some(({ role }) => role === 'user')) {
      if (question.text.trim() === '') return GONE
      this.parts.submit({ kind: 'text', text: question.text })
      return ok([])
    }
    const answers = later.map((answer) => answer.id)
    const removed = await this.removeAll(answers)
    if (!removed.ok) return removed
    this.parts.submit({ kind: 'again' })
    return ok(answers)
  }

  /** All or none. */
  private async removeAll(items: readonly ItemId[]): Answer<null> {
    for (const [index, item] of items.entries()) {
      const removed = await this.remove(item)
      if (removed.ok) continue
      for (const taken of items.slice(0, index)) await this.restore(taken)
      return removed
    }
    return ok(null)
  }

  private find(id: ItemId): ConversationItem | undefined {
    return this.parts.items().find((item) => item.id === id)
  }
}

/** The thing said that `id` is, or answers. */
function questionOf(items: readonly ConversationItem[], id: ItemId): ConversationItem | null {
  const at = items.findIndex((item) => item.id === id)
  return items.slice(0, at + 1).findLast(({ role }) => role === 'user') ?? null
}
