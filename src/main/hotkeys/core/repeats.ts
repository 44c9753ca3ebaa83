import type { KeyEvent } from './keys'

/** A held key comes again and again: the first time after at most this long, on every system's slowest setting. */
const REPEATS_WITHIN_MS = 1_200

/** Tells the presses of one key from what a held one repeats. A key-up that never came deafens nobody: what is repeated comes soon. */
export class Repeats {
  private downAt: number | null = null

  isPress(edge: KeyEvent['edge'], now: number): boolean {
    const last = this.downAt
    this.downAt = edge === 'down' ? now : null
    return edge === 'down' && (last === null || now - last > REPEATS_WITHIN_MS)
  }
}
