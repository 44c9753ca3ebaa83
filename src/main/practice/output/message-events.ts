import type { ItemRecord } from '../items/conversation'
import { type Pacing, planChunks, wordsOf } from './pacing'
import type { ResponseRun, Steps } from './response-run'
import type { Speech } from '../script/script'
import { bytesOfSpokenTokens } from '../session/usage'
import type { Phase, ServerEvent, WireItem } from '../session/wire'

/** The events of assistant messages, in the order observed on the real wire (docs/wire-facts.md, Events and objects). */

const newMessage = (run: ResponseRun, phase: Phase | undefined): WireItem => ({
  id: run.context.ids.next('item'),
  object: 'realtime.item',
  type: 'message',
  status: 'in_progress',
  role: 'assistant',
  content: [],
  ...(phase === undefined ? {} : { phase }),
})

/** At least the words due by now: the transcript leads the audio. */
const wordsDue = (words: readonly string[], doneBytes: number, allBytes: number): number =>
  Math.ceil((words.length * doneBytes) / Math.max(1, allBytes))

/** More than any test of late deltas asks for. */
const MAX_LEFTOVER = 10

/** `max_output_tokens` cuts the audio at 20 tokens a second and makes the response incomplete. */
const withinTokens = (run: ResponseRun, audio: Buffer): Buffer => {
  const limit = run.request.maxOutputTokens === 'inf' ? audio.byteLength : bytesOfSpokenTokens(run.request.maxOutputTokens)
  if (audio.byteLength > limit) run.ending = { status: 'incomplete', reason: 'max_output_tokens' }
  return audio.subarray(0, limit)
}

/** Where a delta belongs. */
interface Where {
  readonly response_id: string
  readonly item_id: string
  readonly output_index: number
  readonly content_index: number
}

const audioDelta = (where: Where, bytes: Buffer): ServerEvent => ({ type: 'response.output_audio.delta', ...where, delta: bytes.toString('base64') })

const sendAudio = (run: ResponseRun, record: ItemRecord, where: Where, bytes: Buffer): void => {
  record.audio.push(bytes)
  record.audioBytes += bytes.byteLength
  run.countAudio(bytes.byteLength)
  run.emit(audioDelta(where, bytes))
}

const sayWord = (run: ResponseRun, record: ItemRecord, where: Where, word: string): void => {
  record.draft += word
  run.emit({ type: 'response.output_audio_transcript.delta', ...where, delta: word })
}

const pacingOf = ({ context: { pacing, faults } }: ResponseRun): Pacing => {
  const chunkMs = faults.valueOf('small-chunks', 10)
  return chunkMs === null ? pacing : { ...pacing, chunkMs, burst: Number.POSITIVE_INFINITY }
}

/** Words and audio interleaved, until the end or a cancel. Returns the transcript as far as it went. */
function* sendSpeech(run: ResponseRun, record: ItemRecord, where: Where, speech: Speech): Generator<number, string, void> {
  const audio = withinTokens(run, speech.audio)
  const words = wordsOf(speech.transcript)
  let said = 0
  for (const chunk of planChunks(audio.byteLength, pacingOf(run), run.context.faults.has('odd-chunks'))) {
    if (run.stopped === null && chunk.waitMs > 0) yield chunk.waitMs
    const bytes = audio.subarray(chunk.from, chunk.to)
    if (run.stopped !== null && run.leftover.push(audioDelta(where, bytes)) >= MAX_LEFTOVER) break
    if (run.stopped !== null) continue
    for (const due = wordsDue(words, chunk.to, speech.audio.byteLength); said < due; said++) sayWord(run, record, where, words[said] ?? '')
    sendAudio(run, record, where, bytes)
  }
  return words.slice(0, said).join('')
}

export function* speak(run: ResponseRun, speech: Speech, outputIndex: number, phase?: Phase): Steps {
  const item = newMessage(run, phase)
  const record = run.openItem(item, outputIndex)
  const where: Where = { response_id: run.id, item_id: item.id, output_index: outputIndex, content_index: 0 }
  run.emit({ type: 'response.content_part.added', ...where, part: { type: 'audio', transcript: '' } })
  const transcript = yield* sendSpeech(run, record, where, speech)
  run.countText(transcript)
  run.emit({ type: 'response.output_audio.done', ...where })
  run.emit({ type: 'response.output_audio_transcript.done', ...where, transcript })
  run.emit({ type: 'response.content_part.done', ...where, part: { type: 'audio', transcript } })
  run.closeItem(record, { ...item, content: [{ type: 'output_audio', transcript }] }, outputIndex)
}

/** Milliseconds between two word deltas of a text answer. */
const WORD_MS = 15

export function* write(run: ResponseRun, text: string, outputIndex: number, phase?: Phase): Steps {
  const item = newMessage(run, phase)
  const record = run.openItem(item, outputIndex)
  const where = { response_id: run.id, item_id: item.id, output_index: outputIndex, content_index: 0 }
  run.emit({ type: 'response.content_part.added', ...where, part: { type: 'text', text: '' } })
  let written = ''
  for (const word of wordsOf(text)) {
    yield WORD_MS
    if (run.stopped !== null) break
    written += word
    record.draft = written
    run.emit({ type: 'response.output_text.delta', ...where, delta: word })
  }
  run.countText(written)
  run.emit({ type: 'response.output_text.done', ...where, text: written })
  run.emit({ type: 'response.content_part.done', ...where, part: { type: 'text', text: written } })
  run.closeItem(record, { ...item, content: [{ type: 'output_text', text: written }] }, outputIndex)
}
