import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const runProgram = promisify(execFile)
const LIMIT = { timeout: 20_000 }

/** Says a text with a synthetic voice into a 24 kHz mono 16-bit WAV file, the format of the Realtime API. */
export async function makeSpeech(text: string, outWav: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-speech-'))
  try {
    const raw = join(folder, 'voice.wav')
    await runProgram('espeak-ng', ['-v', 'en', '-s', '150', '-w', raw, text], LIMIT)
    await runProgram('sox', [raw, '-r', '24000', '-c', '1', '-b', '16', outWav], LIMIT)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** A steady tone, for when it matters only that something is heard. */
export async function makeTone(outWav: string, { hz, seconds }: { readonly hz: number; readonly seconds: number }): Promise<void> {
  const shape = ['synth', String(seconds), 'sine', String(hz), 'gain', '-6']
  await runProgram('sox', ['-n', '-r', '24000', '-c', '1', '-b', '16', outWav, ...shape], LIMIT)
}
