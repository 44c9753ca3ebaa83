import type { ApproveEdge, ApproveKey } from '../core/ports'

type EdgeListener = (edge: Exclude<ApproveEdge, 'unseen'>, lagMs: number) => void

export interface CardKeyParts {
  readonly key: ApproveKey
  readonly chord: () => string
  /** As printed on a keyboard. */
  readonly label: () => string
  /** Other keys of Parley have it: then it would approve by the way. */
  readonly isTaken: () => boolean
  readonly changed: () => void
}

/** The approve key, while a card is open: not an instant longer, since it is taken from every other program. */
export class CardKey {
  private listener: EdgeListener = () => undefined
  private isHad = false
  /** It was pressed and the hook saw nothing. */
  private isUnseen = false

  constructor(private readonly parts: CardKeyParts) {}

  listen(listener: EdgeListener): void {
    this.listener = listener
  }

  /** Null: only the button is left. */
  get label(): string | null {
    return this.isHad && !this.isUnseen ? this.parts.label() : null
  }

  watch(on: boolean): void {
    const { key, chord, isTaken } = this.parts
    const wanted = on && !isTaken() ? chord() : null
    this.isHad = key.watchApproveKey(wanted, (edge, lagMs) => this.heard(edge, lagMs)) && wanted !== null
  }

  private heard(edge: ApproveEdge, lagMs: number): void {
    this.isUnseen = edge === 'unseen' // a busy machine may tell so late that it looks unseen
    if (edge === 'unseen') this.parts.changed()
    else this.listener(edge, lagMs)
  }
}
