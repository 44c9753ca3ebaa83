import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { readWav } from '../../../../scripts/demo/wav'
import { runTool } from '../../../../scripts/rig/part'
import { loudFrames } from './loud-frames'
import type { Rig } from './rig'

const WAV_HEADER_BYTES = 44
const POLL_MS = 50

/** Of full scale; silence in the rig is exactly zero. */
export async function loudestIn(wav: string): Promise<number> {
  const bytes = (await readFile(wav)).subarray(WAV_HEADER_BYTES)
  let loudest = 0
  for (let at = 0; at + 1 < bytes.length; at += 2) loudest = Math.max(loudest, Math.abs(bytes.readInt16LE(at)))
  return loudest / 32_768
}

/** For how many ms anything is heard, in steps of 20. */
async function soundsIn(wav: string): Promise<number> {
  return 20 * loudFrames(readWav(await readFile(wav))?.samples ?? new Float32Array(), 0)
}

/** How loud the loudspeaker gets while something happens. */
export const loudestWhile = async (rig: Rig, happens: () => Promise<unknown>): Promise<number> => loudestIn(await recordedWhile(rig, happens))

/** For how many ms the loudspeaker makes any sound while something happens. */
export const soundsWhile = async (rig: Rig, happens: () => Promise<unknown>): Promise<number> => soundsIn(await recordedWhile(rig, happens))

async function recordedWhile(rig: Rig, happens: () => Promise<unknown>): Promise<string> {
  const wav = join(rig.folder, `heard-${String(Date.now())}.wav`)
  const recording = await rig.recordSpeaker(wav)
  await happens()
  await recording.stop()
  return wav
}

export const silenceFor = (ms: number) => (): Promise<void> => delay(ms)

/** How many streams the sound server has open on the microphone. */
async function microphoneUsers(rig: Rig): Promise<number> {
  const [sources, outputs] = await Promise.all([listed('sources', rig), listed('source-outputs', rig)])
  const microphone = sources.find(([, name]) => name === 'virtmic')?.[0]
  return outputs.filter(([, source]) => source === microphone).length
}

async function listed(what: 'sources' | 'source-outputs', rig: Rig): Promise<readonly string[][]> {
  const text = await runTool('pactl', ['list', 'short', what], rig.env)
  return text.split('\n').filter((line) => line !== '').map((line) => line.split('\t'))
}

/** Resolves with the ms it took until nobody held the microphone any more. */
export async function untilMicrophoneFree(rig: Rig, limitMs: number): Promise<number> {
  const start = performance.now()
  while ((await microphoneUsers(rig)) > 0) {
    if (performance.now() - start > limitMs) throw new Error(`The microphone is still held after ${String(limitMs)} ms.`)
    await delay(POLL_MS)
  }
  return performance.now() - start
}

export const microphoneIsHeld = async (rig: Rig): Promise<boolean> => (await microphoneUsers(rig)) > 0
