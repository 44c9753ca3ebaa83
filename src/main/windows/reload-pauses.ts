/** A page that lived this long was well: what ends it now is something new. */
const WELL_MS = 60_000
/** Before each new try. Whatever takes a page away at once takes the next one, too, and no machine mends itself in less than some seconds. */
const PAUSES_MS: readonly number[] = [0, 500, 1_000, 2_000, 4_000, 8_000]

/** How long to wait before a page that has died is loaded again. */
export class ReloadPauses {
  private deaths = 0

  /** Null: it has died too often. */
  next(livedMs: number): number | null {
    if (livedMs >= WELL_MS) this.deaths = 0
    const pause = PAUSES_MS[this.deaths] ?? null
    this.deaths += 1
    return pause
  }
}
