/** No key waits longer than this for a program that runs; beyond it one of the two clocks was set, or began anew. */
const MOST_MS = 500

/**
 * How late the edges of keys are told. The system stamps them in ms of a clock whose zero is its own; the least difference to our clock
 * that was ever seen is taken for the one without delay.
 */
export class EdgeLag {
  private leastMs: number | null = null

  of(stampMs: number, nowMs: number): number {
    const behindMs = nowMs - stampMs
    const lagMs = behindMs - (this.leastMs ?? behindMs)
    if (lagMs >= 0 && lagMs <= MOST_MS) {
      this.leastMs ??= behindMs
      return lagMs
    }
    this.leastMs = behindMs
    return 0
  }
}
