import type { TalkFact } from '../../talk/extension'
import { CLEAN, type Taint, taintedBy, type TaintInput, taintStep } from '../core/taint'

/** Whose text the running turn has read. What is announced later is read when it is told, not when it came to be. */
export class TurnTaint {
  private taint: Taint = CLEAN
  /** By what is still to be announced: no answer has seen it. */
  private readonly untold = new Map<string, string>()

  /** As a card names them; null: nobody's. */
  get by(): string | null {
    return taintedBy(this.taint)
  }

  heard(input: Extract<TalkFact, { type: 'turnAsked' | 'announced' }>): void {
    if (input.type === 'turnAsked') return this.step(input)
    const from = this.untold.get(input.text)
    this.untold.delete(input.text)
    if (from !== undefined) this.read(from, false)
  }

  /** `late`: see `TaintInput`. */
  read(from: string, late: boolean): void {
    this.step({ type: 'read', from, late })
  }

  announces(text: string, from: string): void {
    this.untold.set(text, from)
  }

  clear(): void {
    this.taint = CLEAN
    this.untold.clear()
  }

  private step(input: TaintInput): void {
    this.taint = taintStep(this.taint, input)
  }
}
