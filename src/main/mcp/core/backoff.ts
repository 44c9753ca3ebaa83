/** A server, or the process of all, that ends again and again is not helped by starting it faster. */
const PAUSES_MS = [1_000, 2_000, 5_000, 15_000, 60_000] as const
/** What has run so long did not end of what it ended of before. */
const LONG_MS = 60_000

/** How long until it is tried again; null: not any more. `ends`: how often it has ended, one after the other. */
export const pauseMs = (ends: number): number | null => PAUSES_MS[ends - 1] ?? null

export const endsAfter = (ends: number, ranMs: number): number => (ranMs >= LONG_MS ? 1 : ends + 1)
