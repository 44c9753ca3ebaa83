import type { Ending, ScriptedResponse } from '../script/script'
import { errors } from '../session/errors'
import type { SessionContext } from '../session/session-context'

type FailedEnding = Extract<Ending, { status: 'failed' }>

const failure = (type: string, code: string, message: string): FailedEnding => ({ status: 'failed', error: { type, code, message } })

export const serverError = (): FailedEnding => failure('server_error', 'server_error', 'The server had an error while processing your request.')

/** The sentence of the real service, its time in seconds. */
const rateLimited = (waitMs: number): FailedEnding => ({
  ...failure('rate_limit_error', 'rate_limit_exceeded', `Rate limit reached for tokens per min. Please try again in ${waitMs / 1_000}s.`),
  retryAfterMs: waitMs,
})

/** What a fault makes of the next answer; `null`: nothing. */
export const failureNow = ({ faults }: SessionContext): ScriptedResponse | null => {
  const waitMs = faults.take('failed-rate-limit', 1_200)
  if (waitMs !== null) return { ending: rateLimited(waitMs) }
  if (faults.strike('empty-answer')) return { outputs: [] }
  if (faults.strike('failed-quota')) return { ending: failure('insufficient_quota', 'insufficient_quota', errors.insufficientQuota().message) }
  return faults.strike('failed-server-error') ? { ending: serverError() } : null
}
