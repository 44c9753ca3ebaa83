import type { Approval } from '../../../shared/tools/actions'
import type { AlwaysFor } from '../../../shared/tools/levels'
import type { ApprovalCard } from '../../../shared/tools/view'
import { holdMsOf, type ApprovalVerdict } from '../core/approval-gesture'
import type { CardPlace, CardPlaces, HandOnPanel } from '../core/ports'
import type { Confirm, PatientConfirm, Question as Asked } from '../../app/confirm-port'
import type { Timers } from '../../platform/ports'
import { ApprovalHand } from './approval-hand'
import { ButtonHold } from './button-hold'
import { alwaysQuestion, approvalQuestion } from './approval-question'
import type { CardKey } from './card-key'

/** What a card says; what runs when it is approved was fixed when this was made. */
export type Question = Pick<ApprovalCard, 'id' | 'source' | 'title' | 'level' | 'arguments' | 'after' | 'undoable' | 'always'>

export type Decision = Exclude<Approval, 'not-asked' | 'always'> | { readonly always: AlwaysFor }

export interface ApprovalParts {
  readonly timers: Timers
  readonly places: CardPlaces
  readonly hand: HandOnPanel
  readonly key: CardKey
  /** Drawn by main. Behind a real press in the panel, which no page can repeat by itself: asked each time. */
  readonly confirm: Confirm
  /** For what a page may ask for by itself. */
  readonly confirmPatiently: PatientConfirm
  readonly changed: () => void
}

interface Waiting {
  readonly question: Question
  readonly decide: (decision: Decision) => void
}

/** Calls that wait for the person's hand, one card at a time. */
export class Approvals {
  private readonly waiting: Waiting[] = []
  private readonly shownAt = new Set<CardPlace>()
  private readonly gesture: ApprovalHand
  private readonly button: ButtonHold
  /** Of the dialog that asks once more about the card in front. */
  private dialog: AbortController | null = null

  constructor(private readonly parts: ApprovalParts) {
    const { timers, hand, places, key, changed } = parts
    this.gesture = new ApprovalHand({ timers, changed, decided: (verdict) => this.decided(verdict) })
    this.button = new ButtonHold(hand, () => timers.now())
    places.follow(() => this.evaluateSeen())
    key.listen((edge, lagMs) => this.gesture.feed({ type: edge, by: 'key' }, lagMs))
  }

  get isOpen(): boolean {
    return this.waiting.length > 0
  }

  get behind(): number {
    return Math.max(0, this.waiting.length - 1)
  }

  get card(): ApprovalCard | null {
    const question = this.waiting[0]?.question
    if (question === undefined) return null
    const { id, source, title, level, arguments: args, after, undoable, always } = question
    return { id, source, title, level, arguments: args, after, undoable, always, ...this.gesture.shown, confirming: this.dialog !== null, holdMs: holdMsOf(question.level), keyLabel: this.parts.key.label }
  }

  ask(question: Question): Promise<Decision> {
    return new Promise((decide) => {
      this.waiting.push({ question, decide })
      if (this.waiting.length === 1) this.open()
      this.parts.changed()
    })
  }

  /** Painted there, and so on the screen as long as its window is. */
  shown(card: string, place: CardPlace): void {
    if (!this.isFirst(card)) return
    this.shownAt.add(place)
    this.evaluateSeen()
  }

  /** Its page is gone, and the next one has painted nothing yet. */
  gone(place: CardPlace): void {
    this.shownAt.delete(place)
    this.evaluateSeen()
  }

  hold(card: string): void {
    if (this.isFirst(card) && this.button.begin()) this.gesture.feed({ type: 'down', by: 'button' })
  }

  /** `left`: the pointer went elsewhere, so it was meant no more. */
  release(card: string, how: 'up' | 'left'): void {
    const isReal = this.button.end()
    this.gesture.feed({ type: how === 'up' && isReal && this.isFirst(card) ? 'up' : 'lost', by: 'button' })
  }

  deny(card: string): void {
    this.settle(card, 'denied')
  }

  /** The card in front. False: there is none. */
  denyFirst(): boolean {
    const first = this.waiting[0]?.question.id
    if (first !== undefined) this.settle(first, 'denied')
    return first !== undefined
  }

  withdraw(card: string): void {
    this.settle(card, 'withdrawn')
  }

  /** Every call like this one, for so long: a yes to main is a hand, too. */
  async allowAlways(card: string, howLong: AlwaysFor): Promise<boolean> {
    const question = this.waiting[0]?.question
    if (question?.id !== card || question.always === null || this.dialog !== null) return false
    const yes = await this.asked(async (asked) => (await this.parts.confirmPatiently(asked)) === 'yes', alwaysQuestion({ ...question, always: question.always }, howLong))
    return yes && this.settle(card, { always: howLong })
  }

  talking(on: boolean): void {
    this.gesture.feed({ type: 'talking', on })
  }

  sounding(on: boolean): void {
    this.gesture.feed({ type: 'sounding', on })
  }

  typing(on: boolean): void {
    this.gesture.feed({ type: 'typing', on })
  }

  private isFirst(card: string): boolean {
    return this.waiting[0]?.question.id === card
  }

  private decided(verdict: ApprovalVerdict): void {
    const question = this.waiting[0]?.question
    if (question === undefined || (this.dialog !== null && verdict !== 'timed-out')) return
    if (verdict === 'clicked' && question.level > 2) void this.confirmClick(question)
    else this.settle(question.id, verdict)
  }

  /** A page that was taken over may make a person hold something else, so what leaves the machine is asked where no page draws. */
  private async confirmClick(question: Question): Promise<void> {
    const yes = await this.asked(this.parts.confirm, approvalQuestion(question))
    this.settle(question.id, yes ? 'clicked' : 'denied')
  }

  /** In a dialog that ends with the card. The person has as long for it as for a card. */
  private async asked(confirm: Confirm, asked: Asked): Promise<boolean> {
    const dialog = new AbortController()
    const first = this.waiting[0]?.question
    this.dialog = dialog
    if (first !== undefined) this.gesture.open(first)
    this.parts.changed()
    const yes = await confirm({ ...asked, over: dialog.signal })
    if (this.dialog === dialog) this.dialogOver()
    return yes && !dialog.signal.aborted
  }

  private dialogOver(): void {
    this.dialog = null
    this.evaluateSeen()
    this.parts.changed()
  }

  /** False: it has been decided already. */
  private settle(card: string, decision: Decision): boolean {
    const at = this.waiting.findIndex(({ question }) => question.id === card)
    const [settled] = at === -1 ? [] : this.waiting.splice(at, 1)
    if (settled === undefined) return false
    if (at === 0) this.closeDialog()
    if (at === 0) this.open()
    settled.decide(decision)
    this.parts.changed()
    return true
  }

  private closeDialog(): void {
    const { dialog } = this
    this.dialog = null
    dialog?.abort()
  }

  /** The next one, which nobody has seen yet. */
  private open(): void {
    this.shownAt.clear()
    this.gesture.feed({ type: 'closed' })
    const question = this.waiting[0]?.question
    if (question !== undefined) this.gesture.open(question)
    this.parts.key.watch(question !== undefined)
  }

  private evaluateSeen(): void {
    this.gesture.feed({ type: 'seen', on: [...this.shownAt].some((place) => this.parts.places.isSeen(place)) })
  }
}
