/** From 0.5 s to 8 s, as the vendor's own client waits (docs/wire-facts.md, Closing and errors). */
const FIRST_CEILING_MS = 500
const LAST_CEILING_MS = 8_000
const MAX_ATTEMPTS = 8

export interface ReconnectContext {
  /** The attempt to come, from 1. */
  readonly attempt: number
  /** 0..1; the caller's dice. */
  readonly random: number
}

/** How long to wait before this attempt; null: give up. Full jitter: anywhere between at once and the ceiling. */
export function reconnectDelayMs({ attempt, random }: ReconnectContext): number | null {
  if (attempt > MAX_ATTEMPTS) return null
  return Math.round(random * Math.min(LAST_CEILING_MS, FIRST_CEILING_MS * 2 ** (attempt - 1)))
}
