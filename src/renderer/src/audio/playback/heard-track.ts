import type { HeardFeed, HeardReading } from '../../../../shared/audio/heard-readings'

/** The page's end of the readings of what is heard; none are made while nobody watches. */
export class HeardTrack implements HeardFeed {
  latest: readonly HeardReading[] = []
  private readonly watchers = new Set<() => void>()
  private tell: ((on: boolean) => void) | null = null

  take(readings: readonly HeardReading[]): void {
    this.latest = readings
    this.watchers.forEach((changed) => changed())
  }

  /** The worklet behind it, which comes later than those who watch. */
  connect(tell: (on: boolean) => void): void {
    this.tell = tell
    tell(this.watchers.size > 0)
  }

  watch(changed: () => void): () => void {
    this.watchers.add(changed)
    if (this.watchers.size === 1) this.tell?.(true)
    return () => {
      if (!this.watchers.delete(changed) || this.watchers.size > 0) return
      this.latest = []
      this.tell?.(false)
    }
  }
}
