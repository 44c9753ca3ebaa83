import { secondsOf } from '../output/echo-response'
import { wordsOf } from '../output/pacing'
import type { SessionContext } from '../session/session-context'
import { heardTokens, textTokens } from '../session/usage'
import type { ServerEvent } from '../session/wire'

/** Recognition runs beside the answer and finishes when it likes; here, a little after the commit. */
const RECOGNITION_MS = 60

/** A small model on a slow machine. */
const LATE_MS = 300

const TOKEN_BILLED = /^gpt-4o/

type Completed = Extract<ServerEvent, { type: 'conversation.item.input_audio_transcription.completed' }>

/** Which models bill by time and which by tokens: docs/wire-facts.md, Usage. */
const usageFor = (model: string, bytes: number, transcript: string): Completed['usage'] => {
  if (!TOKEN_BILLED.test(model)) return { type: 'duration', seconds: Math.ceil(bytes / 48_000) }
  const [input, output] = [heardTokens(bytes), textTokens(transcript)]
  return {
    type: 'tokens',
    input_tokens: input,
    output_tokens: output,
    total_tokens: input + output,
    input_token_details: { text_tokens: 0, audio_tokens: input },
  }
}

const emitFailed = (context: SessionContext, itemId: string): void =>
  context.emit({
    type: 'conversation.item.input_audio_transcription.failed',
    item_id: itemId,
    content_index: 0,
    error: { type: 'transcription_error', code: 'audio_unintelligible', message: 'The audio could not be transcribed.' },
  })

const emitTranscript = (context: SessionContext, model: string, itemId: string, bytes: number): void => {
  // Practice has no speech recognition, and says so instead of inventing words.
  const transcript = context.faults.has('hears-yes') ? 'Yes, do it.' : `(${secondsOf(bytes)} seconds of speech)`
  const where = { item_id: itemId, content_index: 0 }
  const pieces = model === 'whisper-1' ? [transcript] : wordsOf(transcript)
  const deltas = context.faults.has('cumulative-transcripts') ? pieces.map((_, index) => pieces.slice(0, index + 1).join('')) : pieces
  for (const delta of deltas) context.emit({ type: 'conversation.item.input_audio_transcription.delta', ...where, delta })
  const record = context.conversation.find(itemId)
  if (record !== undefined) record.item = { ...record.item, content: [{ type: 'input_audio', transcript }] }
  const usage = usageFor(model, bytes, transcript)
  context.emit({ type: 'conversation.item.input_audio_transcription.completed', ...where, transcript, usage })
}

/** Announces the transcript of a committed turn, where the session asks for transcripts. */
export const transcribe = (context: SessionContext, itemId: string, bytes: number): void => {
  const late = context.faults.has('late-transcript') // it answers words, so it writes them down whatever is set
  const model = context.config.audio.input.transcription?.model ?? 'whisper-1'
  if (context.config.audio.input.transcription === null && !late) return
  const failed = context.faults.has('failed-transcription')
  const deliver = () => (failed ? emitFailed(context, itemId) : emitTranscript(context, model, itemId, bytes))
  if (context.faults.has('reordered-transcription')) context.heldTranscriptions.push(deliver)
  else context.timeline.after(late ? LATE_MS : RECOGNITION_MS, deliver)
}

export const releaseTranscriptions = (context: SessionContext): void => {
  const held = context.heldTranscriptions.splice(0).reverse()
  for (const deliver of held) context.timeline.after(0, deliver)
}
