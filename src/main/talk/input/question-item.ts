import type { ItemId } from '../../../shared/ids'

/**
 * Which bubble the speech of the turn stands in. Asked again in another session it gets a second one, and the first goes
 * only when that is there: till then it is all that is left of the question.
 */
export class QuestionItem {
  /** As this session knows it. */
  private named: ItemId | null = null
  private former: ItemId | null = null
  /** `gone`: the session was given it whole, and then it was not wanted any more; its bubble comes all the same. */
  private state: 'held' | 'sent' | 'gone' = 'held'

  get item(): ItemId | null {
    return this.named ?? (this.state === 'gone' ? null : this.former)
  }

  acknowledged(item: ItemId | null): void {
    this.named = item
  }

  /** The speech goes out, from its start. `of`: where it stands so far. */
  goesOut(of: ItemId | null): void {
    this.named = null
    this.former = of
    this.state = 'held'
  }

  /** With two on their way nobody could say which of them comes. */
  committed(): void {
    if (this.state !== 'held') this.former = null
    this.state = 'sent'
  }

  /** Nothing of it is held any more. */
  forget(): void {
    this.named = null
    if (this.state === 'held') this.former = null
    else this.state = 'gone'
  }

  /** The server has a question: the bubble that it takes the place of, once. */
  succeeds(): ItemId | null {
    const { former } = this
    this.former = null
    return former
  }
}
