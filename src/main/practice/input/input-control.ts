import { BYTES_PER_SAMPLE, MIN_COMMIT_SAMPLES, samplesToMs } from '../../../shared/audio/audio-format'
import type { ClientEvent } from '../session/client-event'
import type { VadFact } from './energy-vad'
import { errors, type ErrorBody } from '../session/errors'
import { takeIdleRange } from '../session/idle-watch'
import { answerByItself, interruptResponse, speakUnasked } from '../output/response-control'
import type { SessionContext } from '../session/session-context'
import { transcribe } from './transcription'
import { createVad } from './turn-detection'
import type { WireItem } from '../session/wire'

const MIN_COMMIT_BYTES = MIN_COMMIT_SAMPLES * BYTES_PER_SAMPLE
const MAX_APPEND_BYTES = 15 * 1_024 * 1_024
/** With an open microphone, this much silence is kept before speech; prefix padding is at most 10 s. */
const MAX_SILENT_BYTES = 30_000 * 48

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/

const bytesToMs = (bytes: number): number => samplesToMs(bytes / BYTES_PER_SAMPLE)

const startSpeech = (context: SessionContext, wantedByte: number): void => {
  const startByte = Math.max(wantedByte, context.input.startByte)
  const itemId = context.ids.next('item')
  context.speech = { itemId, startByte }
  context.idle = null
  context.emit({ type: 'input_audio_buffer.speech_started', audio_start_ms: bytesToMs(startByte), item_id: itemId })
  if (context.config.audio.input.turn_detection?.interrupt_response === true) interruptResponse(context, 'turn_detected')
}

const commitAudio = (context: SessionContext, audio: Buffer, itemId: string): void => {
  const item: WireItem = {
    id: itemId,
    object: 'realtime.item',
    type: 'message',
    status: 'completed',
    role: 'user',
    content: [{ type: 'input_audio', transcript: null }],
  }
  const previous = context.conversation.insert(item, [audio], null)
  context.tell({ kind: 'committed', itemId, audio })
  context.emit({ type: 'input_audio_buffer.committed', item_id: itemId, previous_item_id: previous })
  context.emit({ type: 'conversation.item.added', previous_item_id: previous, item })
  context.emit({ type: 'conversation.item.done', previous_item_id: previous, item })
  transcribe(context, itemId, audio.byteLength)
}

/** After a manual commit in mid-speech the rest may be too short; then there is a stop without an item (docs/wire-facts.md, Voice activity). */
const stopSpeech = (context: SessionContext, endByte: number): void => {
  const speech = context.speech
  if (speech === null) return
  context.speech = null
  context.emit({ type: 'input_audio_buffer.speech_stopped', audio_end_ms: bytesToMs(endByte), item_id: speech.itemId })
  const audio = context.input.take(speech.startByte, endByte)
  if (audio.byteLength < MIN_COMMIT_BYTES) return
  commitAudio(context, audio, speech.itemId)
  if (context.config.audio.input.turn_detection?.create_response === true) answerByItself(context, 'speech')
}

const hearFact = (context: SessionContext, fact: VadFact): void => {
  if (fact.kind === 'started') startSpeech(context, fact.startSample * BYTES_PER_SAMPLE)
  else stopSpeech(context, fact.endSample * BYTES_PER_SAMPLE)
}

const answerIdle = (context: SessionContext, fromByte: number, toByte: number): void => {
  const itemId = context.ids.next('item')
  context.emit({
    type: 'input_audio_buffer.timeout_triggered',
    audio_start_ms: bytesToMs(fromByte),
    audio_end_ms: bytesToMs(toByte),
    item_id: itemId,
  })
  commitAudio(context, context.input.take(fromByte, toByte), itemId)
  answerByItself(context, 'silence')
}

const keepQuiet = (context: SessionContext): void => {
  const idle = takeIdleRange(context)
  if (idle !== null) answerIdle(context, idle.fromByte, idle.toByte)
  context.input.trim(MAX_SILENT_BYTES)
}

/** Never acknowledged when it is right (docs/wire-facts.md, Frames and pings). */
export const appendAudio = (context: SessionContext, { fields }: ClientEvent): ErrorBody | null => {
  const base64 = fields['audio']
  if (base64 === undefined) return errors.missingParameter('audio')
  if (typeof base64 !== 'string' || !BASE64.test(base64)) return errors.invalidValue('audio', 'audio must be base64.')
  const audio = Buffer.from(base64, 'base64')
  if (audio.byteLength > MAX_APPEND_BYTES) return errors.invalidValue('audio', 'audio is larger than 15 MiB.')
  context.input.append(audio)
  context.tell({ kind: 'appended', bytes: audio.byteLength })
  for (const fact of context.vad?.push(audio) ?? []) hearFact(context, fact)
  if (context.vad !== null && context.speech === null) keepQuiet(context)
  return null
}

export const commitInput = (context: SessionContext): ErrorBody | null => {
  if (context.input.byteLength < MIN_COMMIT_BYTES) return errors.commitEmpty(context.input.byteLength)
  commitAudio(context, context.input.takeAll(), context.ids.next('item'))
  if (context.faults.strike('own-response')) speakUnasked(context)
  if (context.faults.has('commit-answers')) answerByItself(context, 'speech')
  return null
}

/** Forgets speech in progress; positions go on counting. */
export const restartVad = (context: SessionContext): void => {
  context.vad = createVad(context.config.audio.input.turn_detection, context.input.endByte / BYTES_PER_SAMPLE)
  context.speech = null
}

export const clearInput = (context: SessionContext): null => {
  context.input.clear()
  restartVad(context)
  context.emit({ type: 'input_audio_buffer.cleared' })
  return null
}
