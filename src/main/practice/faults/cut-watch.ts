import { cutFaultsAt, defaultValue, type CutKind, type CutMoment } from './cuts'
import type { FaultBox } from './faults'

const COUNTED: readonly (readonly [moment: CutMoment, text: string])[] = [
  ['after-events', ''],
  ['after-appends', '"input_audio_buffer.append"'],
  ['on-commit', '"input_audio_buffer.commit"'],
  ['on-create', '"response.create"'],
]

/** Counts what passes through one connection and tells when a cut at a counted moment is due. */
export class CutWatch {
  readonly #faults: FaultBox
  readonly #counts = new Map<CutMoment, number>()

  constructor(faults: FaultBox) {
    this.#faults = faults
  }

  /** A client event, as it arrives. Looked at as text: what is cut off is never parsed. */
  received(message: string): CutKind | null {
    for (const [moment, text] of COUNTED) if (message.includes(text)) this.#count(moment)
    return COUNTED.reduce<CutKind | null>((due, [moment, text]) => due ?? (message.includes(text) ? this.#dueAt(moment) : null), null)
  }

  /** A server event, as it has left. */
  sent(type: string): CutKind | null {
    if (type !== 'response.output_audio.delta') return null
    this.#count('mid-answer')
    return this.#dueAt('mid-answer')
  }

  #count(moment: CutMoment): void {
    this.#counts.set(moment, (this.#counts.get(moment) ?? 0) + 1)
  }

  #dueAt(moment: CutMoment): CutKind | null {
    const count = this.#counts.get(moment) ?? 0
    const isDue = (limit: number | null): boolean => limit !== null && count >= limit
    const due = cutFaultsAt(moment).find(({ fault }) => isDue(this.#faults.valueOf(fault, defaultValue(moment))))
    return due !== undefined && this.#faults.strike(due.fault) ? due.kind : null
  }
}
