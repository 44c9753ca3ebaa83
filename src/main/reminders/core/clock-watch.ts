/** A clock that runs on at one speed is never further off than this between two looks; less is a correction. */
const JUMP_MS = 2_000

/**
 * Tells when the clock on the wall was set, by a person or by the network: it is held against the time since the machine was started,
 * which counts sleep and cannot be set.
 */
export class ClockWatch {
  private seen: { readonly wall: number; readonly uptime: number } | null = null

  constructor(
    private readonly wall: () => number,
    private readonly uptime: () => number,
  ) {}

  /** By how many ms it was set forward (back: less than 0) since this was asked last. */
  jumped(): number {
    const now = { wall: this.wall(), uptime: this.uptime() }
    const before = this.seen ?? now
    this.seen = now
    const jump = now.wall - before.wall - (now.uptime - before.uptime)
    return Math.abs(jump) < JUMP_MS ? 0 : jump
  }
}
