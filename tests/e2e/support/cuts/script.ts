import { join } from 'node:path'
import { hum } from '../../../../src/main/practice/output/melody'
import type { ScriptedResponse } from '../../../../src/main/practice/script/script'
import type { Rig } from '../sound/rig'
import { makeSpeech } from '../sound/rig-speech'
import { SENTENCES } from './plan'

/** About a second each, and no two alike. */
const WORDS = [
  'Good morning.', 'What day is it?', 'Two red apples.', 'Play some music.', 'How far is the moon?', 'Open the window.', 'Tell me more.',
  'Is it going to rain?', 'Set a timer.', 'Who wrote that book?', 'Not so fast.', 'Count to seven.', 'Where are my keys?', 'That is enough.',
  'Say it once again.', 'Why is the sky blue?', 'Never mind.', 'Which one is larger?', 'I have forgotten.', 'Thank you very much.',
] as const

export async function recordSentences(rig: Rig, count: number = SENTENCES): Promise<readonly string[]> {
  const wavs = WORDS.slice(0, count).map((words, index) => ({ words, wav: join(rig.folder, `sentence-${String(index)}.wav`) }))
  for (const { words, wav } of wavs) await makeSpeech(words, wav)
  return wavs.map(({ wav }) => wav)
}

/** Six words, the first of them of this answer only. 1.3 seconds of sound. */
export const answerText = (number: number): string => `A${String(number)} one two oak elm fir`

export const answerSamples = (number: number): number => hum(answerText(number)).byteLength / 2

/** As an answer comes over a slow line: there is time to cut it. */
export const PACING = { speed: 1.6, chunkMs: 100, burst: 1, thinkMs: 120 }

/** Enough for every turn to be asked three times. */
export const answersFor = (turns: number): readonly ScriptedResponse[] =>
  Array.from({ length: 3 * turns }, (_, index) => ({ outputs: [{ kind: 'say', text: answerText(index + 1) }] }))
