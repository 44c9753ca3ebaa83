import type { SessionContext } from '../session/session-context'

const TOKEN_LIMIT = 40_000
/** As on the real wire, after `response.done` (docs/wire-facts.md, Frames and pings). */
const AFTER_RESPONSE_MS = 43
const RESET_SECONDS = 60

export const FULL_TOKENS = TOKEN_LIMIT

const emitLimits = (context: SessionContext): void => {
  const remaining = context.tokensLeft
  const reset = ((TOKEN_LIMIT - remaining) / TOKEN_LIMIT) * RESET_SECONDS
  context.emit({ type: 'rate_limits.updated', rate_limits: [{ name: 'tokens', limit: TOKEN_LIMIT, remaining, reset_seconds: reset }] })
}

export const sendRateLimits = (context: SessionContext, tokensUsed: number): void => {
  context.tokensLeft = Math.max(0, context.tokensLeft - tokensUsed)
  context.timeline.after(AFTER_RESPONSE_MS, () => emitLimits(context))
}

/** Nothing left, for as long as the failed response says. */
export const sendExhausted = (context: SessionContext, retryAfterMs: number): void => {
  const limits = [{ name: 'tokens', limit: TOKEN_LIMIT, remaining: 0, reset_seconds: retryAfterMs / 1_000 } as const]
  context.timeline.after(AFTER_RESPONSE_MS, () => context.emit({ type: 'rate_limits.updated', rate_limits: limits }))
}

/** The documentation's version: at the beginning of a response. */
export const sendEarlyRateLimits = (context: SessionContext): void => {
  if (context.faults.has('early-rate-limits')) emitLimits(context)
}
