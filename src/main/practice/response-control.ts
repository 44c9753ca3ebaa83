import { answerSteps, sendLateDeltas } from './answer-steps'
import type { ClientEvent } from './client-event'
import { answerTo, answerToSilence } from './echo-response'
import { errors, type ErrorBody } from './errors'
import { watchIdle } from './idle-watch'
import { sendEarlyRateLimits, sendRateLimits } from './rate-limits'
import { readRequest, type Asked } from './response-request'
import { ResponseRun, type StopReason } from './response-run'
import type { Ending, ScriptedResponse, Speech } from './script'
import type { SessionContext } from './session-context'
import { releaseTranscriptions } from './transcription'

const failure = (type: string, code: string, message: string): Ending => ({ status: 'failed', error: { type, code, message } })

const FAILURES = {
  'failed-rate-limit': failure('rate_limit_error', 'rate_limit_exceeded', 'Rate limit reached. Please try again in a moment.'),
  'failed-quota': failure('insufficient_quota', 'insufficient_quota', errors.insufficientQuota().message),
  'failed-server-error': failure('server_error', 'server_error', 'The server had an error while processing your request.'),
} as const

const failureNow = (context: SessionContext): ScriptedResponse | null => {
  const names = ['failed-rate-limit', 'failed-quota', 'failed-server-error'] as const
  const struck = names.find((name) => context.faults.strike(name))
  return struck === undefined ? null : { ending: FAILURES[struck] }
}

const countActive = (context: SessionContext): void => {
  context.notes.activeResponses = context.outOfBand.size + (context.active === null ? 0 : 1)
}

const afterResponse = (context: SessionContext, run: ResponseRun): void => {
  if (context.active === run) context.active = null
  context.outOfBand.delete(run)
  countActive(context)
  sendRateLimits(context, Math.ceil(run.audioBytes / 2_400) + run.request.input.text_tokens + run.request.input.audio_tokens)
  if (run.stopped === null) watchIdle(context, run)
  releaseTranscriptions(context)
  sendLateDeltas(run)
}

const run = (context: SessionContext, { request }: Asked, echo: () => Speech): void => {
  const script = failureNow(context) ?? context.nextScripted() ?? {}
  const response = new ResponseRun(context, request, (done) => afterResponse(context, done))
  if (request.outOfBand) context.outOfBand.add(response)
  else {
    context.active = response
    context.tokensRead = request.input
  }
  context.idle = null
  context.notes.responsesCreated += 1
  countActive(context)
  response.start(answerSteps(response, script, echo))
  sendEarlyRateLimits(context)
}

/** The client's `response.create`; the VAD's own answers come through `answerByItself`. */
export const createResponse = (context: SessionContext, event: ClientEvent): ErrorBody | null => {
  const asked = readRequest(context, event.fields['response'] ?? {})
  if (!asked.ok) return asked.error
  run(context, asked.value, () => answerTo(asked.value.heard))
  return null
}

/** While another response runs, no response is made and no error is sent, as the API documents it. */
export const answerByItself = (context: SessionContext, about: 'speech' | 'silence'): void => {
  const asked = readRequest(context, {})
  if (!asked.ok) return
  run(context, asked.value, () => (about === 'speech' ? answerTo(asked.value.heard) : answerToSilence()))
}

export const cancelResponse = (context: SessionContext, event: ClientEvent): ErrorBody | null => {
  const id = event.fields['response_id']
  const running = [...(context.active === null ? [] : [context.active]), ...context.outOfBand]
  const target = id === undefined ? context.active : running.find((response) => response.id === id)
  if (target === null || target === undefined) return errors.cancelNotActive()
  target.cancel('client_cancelled')
  return null
}

export const interruptResponse = (context: SessionContext, reason: StopReason): void => {
  context.active?.cancel(reason)
}
