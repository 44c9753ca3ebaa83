import { cutFaultsAt, defaultValue, type CutKind } from '../faults/cuts'
import type { FaultBox, FaultName } from '../faults/faults'
import { serverTimers } from './server-timers'

export interface TimedFaultsParts {
  readonly faults: FaultBox
  /** From the connect on. */
  readonly nowMs: () => number
  /** A dead connection must not use up what is meant for the living. */
  readonly isCut: () => boolean
  readonly cut: (kind: CutKind) => void
  readonly setHalfOpen: (is: boolean) => void
}

/** The faults that strike a connection at their time. */
export class TimedFaults {
  #stops: (() => void)[] = []
  readonly #parts: TimedFaultsParts

  constructor(parts: TimedFaultsParts) {
    this.#parts = parts
  }

  /** Begins anew with those in force; a `half-open` that is gone gives the socket back its life. */
  begin(): void {
    const { faults, isCut, cut, setHalfOpen } = this.#parts
    this.end()
    if (isCut()) return
    if (!faults.has('half-open')) setHalfOpen(false)
    const cuts = cutFaultsAt('after-ms').filter(({ fault }) => faults.has(fault))
    const timers = cuts.map(({ kind, fault }) => this.#after(fault, defaultValue('after-ms'), () => cut(kind)))
    const pause = faults.has('half-open') ? [this.#after('half-open', 0, () => setHalfOpen(true))] : []
    this.#stops = [...timers, ...pause]
  }

  end(): void {
    for (const stop of this.#stops) stop()
    this.#stops = []
  }

  #after(fault: FaultName, otherwise: number, strike: () => void): () => void {
    const { faults, nowMs, isCut } = this.#parts
    const atMs = faults.valueOf(fault, otherwise) ?? 0
    return serverTimers.after(Math.max(0, atMs - nowMs()), () => !isCut() && faults.strike(fault) && strike())
  }
}
