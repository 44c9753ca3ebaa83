/** A worker that dies again and again dies of what it is asked for. */
const MOST = 3
/** Who has lived so long did not die of what the one before died of. */
const LONG_LIFE_MS = 60_000

/** Deaths of one worker after the other, by a clock that only goes forward. */
export class WorkerDeaths {
  private born = 0
  private count = 0

  constructor(private readonly now: () => number) {}

  started(): void {
    this.born = this.now()
  }

  died(): void {
    this.count = this.now() - this.born >= LONG_LIFE_MS ? 1 : this.count + 1
  }

  get tooMany(): boolean {
    return this.count > MOST
  }
}
