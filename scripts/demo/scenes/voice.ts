import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { SAMPLE_RATE_HZ } from '../../../src/shared/audio/audio-format'
import { run } from '../../lib/run.mjs'
import { Stop } from '../../lib/stop.mjs'
import { makeSpeech } from '../../rig/speech'
import { readWav, type Sound } from '../wav'

/** What will be said, as a file of 24 kHz mono and as its samples. */
export interface Voice {
  readonly path: string
  readonly samples: Float32Array
  readonly seconds: number
}

const SENTENCE = 'Hello Parley. Please tell me what you can hear on the other side of this line.'
const CONVERT_LIMIT_MS = 60_000

/** The person's recording, or a made sentence. */
export async function prepareVoice(wav: string | null, folder: string, sentence = SENTENCE): Promise<Voice> {
  if (wav !== null) return voiceOf(wav, folder)
  const path = join(folder, 'sentence.wav')
  await makeSpeech(sentence, path)
  return voiceOf(path, folder)
}

const isPlain = ({ rate, channels }: Sound): boolean => rate === SAMPLE_RATE_HZ && channels === 1

async function voiceOf(path: string, folder: string): Promise<Voice> {
  const sound = readWav(await readFile(path))
  if (sound !== null && isPlain(sound)) return voice(path, sound)
  const plain = join(folder, 'spoken.wav')
  const { code } = await run('sox', [path, '-r', String(SAMPLE_RATE_HZ), '-c', '1', '-b', '16', plain], { capture: true, limitMs: CONVERT_LIMIT_MS })
  const converted = code === 0 ? readWav(await readFile(plain)) : null
  if (converted === null) throw new Stop(`"${path}" is no sound file that can be read.`)
  return voice(plain, converted)
}

function voice(path: string, { samples }: Sound): Voice {
  if (samples.length === 0) throw new Stop(`There is no sound in "${path}".`)
  return { path, samples, seconds: samples.length / SAMPLE_RATE_HZ }
}
