import { createWriteStream, mkdirSync, readdirSync, rmSync, type WriteStream } from 'node:fs'
import { join } from 'node:path'
import type { Timers, TraceSink } from '../ports'
import { closeToOthers, PRIVATE_FILE, PRIVATE_FOLDER } from './private-files'

type Fields = Readonly<Record<string, unknown>>

/** Base64 audio becomes its length: a trace is for reading, and a voice is nobody's log line. */
const AUDIO_FIELDS: ReadonlySet<string> = new Set(['audio', 'delta'])

const audioBytes = (value: unknown): [string, number] => ['bytes', typeof value === 'string' ? Buffer.byteLength(value, 'base64') : 0]

const quiet = (fields: Fields): Fields => Object.fromEntries(Object.entries(fields).map(([name, value]) => (AUDIO_FIELDS.has(name) ? audioBytes(value) : [name, value])))

function withoutAudio(event: Fields): Fields {
  const type = String(event['type'])
  if (type === 'conversation.item.create') return { ...event, item: itemWithoutAudio(event['item']) }
  if (type !== 'input_audio_buffer.append' && type !== 'response.output_audio.delta' && type !== 'response.audio.delta') return event
  return quiet(event)
}

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null

/** Told again as it was said, a question has its sound in a part of its own. */
function itemWithoutAudio(item: unknown): unknown {
  if (!isFields(item) || !Array.isArray(item['content'])) return item
  return { ...item, content: item['content'].map((part) => (isFields(part) ? quiet(part) : part)) }
}

function readable(text: string): Fields {
  try {
    return withoutAudio(JSON.parse(text) as Fields)
  } catch {
    return { type: '(not JSON)', characters: text.length }
  }
}

/**
 * The diagnostic trace (`--trace-dir=DIR`): `wire.jsonl` has the events both ways, `marks.jsonl` the moments of the talk
 * loop, `sent.pcm` (only with `--trace-audio`) the samples sent, s16le at 24 kHz. `at` is in ms of one monotonic clock.
 * Streams, so that the talk loop never waits for the disk.
 */
export function createTraceFile(folder: string, timers: Timers, withAudio: boolean, scrub: (text: string) => string): TraceSink {
  makeFolder(folder)
  const [wire, marks, sent] = [streamTo(folder, 'wire.jsonl'), streamTo(folder, 'marks.jsonl'), withAudio ? streamTo(folder, 'sent.pcm') : null]
  const at = () => Math.round(timers.now() * 1_000) / 1_000
  const write = (from: 'client' | 'server', event: unknown) => wire.write(`${scrub(JSON.stringify({ at: at(), from, event }))}\n`)
  return {
    traced: withAudio ? 'audio' : 'events',
    clientEvent: (event) => write('client', withoutAudio(event)),
    serverText: (text) => write('server', readable(text)),
    sentAudio: (pcm) => sent?.write(Buffer.from(pcm.buffer.slice(pcm.byteOffset, pcm.byteOffset + pcm.byteLength))),
    mark: (name, fields) => marks.write(`${scrub(JSON.stringify({ at: at(), name, ...fields }))}\n`),
  }
}

const FILES: readonly string[] = ['wire.jsonl', 'marks.jsonl', 'sent.pcm']

/** An older trace is closed to others, and its folder with it; a folder that holds anything else is somebody's own, and stays as it is. */
function makeFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: PRIVATE_FOLDER })
  const found = readdirSync(folder)
  if (found.every((name) => FILES.includes(name))) closeToOthers(folder)
  for (const name of found.filter((each) => FILES.includes(each))) closeToOthers(join(folder, name))
}

/** A file of its own in the place of an older one: whoever opened or owns that one must not read on. What the disk refuses is not traced. */
function streamTo(folder: string, name: string): WriteStream {
  const path = join(folder, name)
  try {
    rmSync(path, { force: true })
  } catch {
    // The stream meets the same, and ends.
  }
  return createWriteStream(path, { flags: 'wx', mode: PRIVATE_FILE }).on('error', () => undefined)
}

/** The trace of everyday runs. */
export const noTrace: TraceSink = { traced: null, clientEvent: () => undefined, serverText: () => undefined, sentAudio: () => undefined, mark: () => undefined }
