import { answerSteps, repeatCalls, sendLateDeltas } from '../script/answer-steps'
import type { ClientEvent } from '../session/client-event'
import { answerTo, answerToSilence, nothingHeard, ownRemark } from './echo-response'
import { errorEvent, errors, type ErrorBody } from '../session/errors'
import { failureNow, serverError } from '../faults/failures'
import { flood } from '../faults/flood'
import { watchIdle } from '../session/idle-watch'
import { sendEarlyRateLimits, sendExhausted, sendRateLimits } from '../server/rate-limits'
import { readRequest, type Asked } from './response-request'
import { ResponseRun, type Steps } from './response-run'
import type { ScriptedResponse, Speech } from '../script/script'
import { unscripted } from '../script/unscripted'
import type { SessionContext, StopReason } from '../session/session-context'
import { outOfBandAnswer } from './out-of-band-answer'
import { releaseTranscriptions } from '../input/transcription'
import type { ItemRecord } from '../items/conversation'
import type { OutOfBandRequest } from '../session/observer'
import type { WireResponse } from '../session/wire'

const settleLimits = (context: SessionContext, { ending, audioBytes, request, stopped }: ResponseRun): void => {
  const waitMs = stopped === null && ending.status === 'failed' ? ending.retryAfterMs : undefined
  if (waitMs !== undefined) sendExhausted(context, waitMs)
  else sendRateLimits(context, Math.ceil(audioBytes / 2_400) + request.input.text_tokens + request.input.audio_tokens + request.input.image_tokens)
}

const afterResponse = (context: SessionContext, run: ResponseRun, response: WireResponse): void => {
  if (context.active === run) context.active = null
  context.outOfBand.delete(run)
  context.tell({ kind: 'ended', response })
  settleLimits(context, run)
  sendLateDeltas(run)
  repeatCalls(run, response)
  if (run.request.outOfBand) return
  if (run.stopped === null) watchIdle(context, run)
  releaseTranscriptions(context)
}

const start = (context: SessionContext, response: ResponseRun, heard: readonly ItemRecord[] | null, steps: Steps): void => {
  context.tell({ kind: 'begun', responseId: response.id, heard: heard?.map(({ item }) => item.id) ?? null })
  response.start(steps)
  sendEarlyRateLimits(context)
}

const run = (context: SessionContext, { request, heard }: Asked, script: ScriptedResponse, echo: () => Speech): void => {
  const response = new ResponseRun(context, request, (done, shape) => afterResponse(context, done, shape))
  context.active = response
  context.tokensRead = request.input
  context.idle = null
  start(context, response, heard, answerSteps(response, script, echo))
}

const scriptFor = (context: SessionContext, asked: Asked): ScriptedResponse =>
  failureNow(context) ?? context.nextScripted() ?? unscripted(asked, context.faults)

const outcomeNow = ({ faults }: SessionContext): OutOfBandRequest['outcome'] => {
  if (faults.strike('no-out-of-band')) return 'refused'
  return faults.strike('out-of-band-silent') ? 'silent' : 'in_progress'
}

const startOutOfBand = (context: SessionContext, asked: Asked, response: ResponseRun): void => {
  context.outOfBand.add(response)
  const script = context.faults.strike('failed-out-of-band') ? { ending: serverError() } : {}
  start(context, response, null, answerSteps(response, script, () => outOfBandAnswer(asked)))
}

/** Beside the conversation: takes no scripted answer away from it, and leaves no trace in it. */
const runOutOfBand = (context: SessionContext, asked: Asked): ErrorBody | null => {
  const outcome = outcomeNow(context)
  const response = outcome === 'in_progress' ? new ResponseRun(context, asked.request, (done, shape) => afterResponse(context, done, shape)) : null
  const { request, instructions, read } = asked
  context.tell({ kind: 'outOfBand', outcome, responseId: response?.id ?? null, metadata: request.metadata, instructions, read })
  if (response !== null) startOutOfBand(context, asked, response)
  return outcome === 'refused' ? errors.noOutOfBand() : null
}

/** An answer to a commit that has not come to its first sound goes, and its question with it. */
function supersede({ faults, active, conversation }: SessionContext): void {
  if (!faults.has('commit-answers') || active?.request.askedBy !== 'server') return
  const question = conversation.records.findLast(({ item }) => item.role === 'user')
  active.cancel('client_cancelled')
  if (question !== undefined) conversation.remove(question.item.id)
}

/** Its words are not there yet, and a server that answers words alone takes it for empty. */
const isUnwritten = ({ faults }: SessionContext, { heard }: Asked): boolean =>
  faults.has('late-transcript') && heard.some(({ item }) => item.role === 'user' && item.content?.some(({ type, transcript }) => type === 'input_audio' && transcript === null) === true)

/** The client's `response.create`; the VAD's own answers come through `answerByItself`. */
export const createResponse = (context: SessionContext, event: ClientEvent): ErrorBody | null => {
  supersede(context)
  const asked = readRequest(context, 'client', event.fields['response'] ?? {})
  if (!asked.ok) return asked.error
  if (asked.value.request.outOfBand) return runOutOfBand(context, asked.value)
  if (context.faults.strike('error-instead')) return context.emit(errorEvent(errors.insufficientQuota())), null
  flood(context)
  if (isUnwritten(context, asked.value)) run(context, asked.value, {}, nothingHeard)
  else run(context, asked.value, scriptFor(context, asked.value), () => answerTo(asked.value.heard))
  return null
}

/** The `own-response` fault: reads nothing, so that what the user said stays for the client's own request. */
export const speakUnasked = (context: SessionContext): void => {
  const asked = readRequest(context, 'server', { input: [] })
  if (asked.ok) run(context, asked.value, {}, ownRemark)
}

/** While another response runs, no response is made and no error is sent, as the API documents it. */
export const answerByItself = (context: SessionContext, about: 'speech' | 'silence'): void => {
  const asked = readRequest(context, 'server', {})
  if (!asked.ok) return
  // Nobody has asked for anything in silence.
  const script = scriptFor(context, about === 'speech' ? asked.value : { ...asked.value, heard: [] })
  run(context, asked.value, script, () => (about === 'speech' ? answerTo(asked.value.heard) : answerToSilence()))
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
