import { expect } from 'vitest'
import { PERSONALITIES, type Personality } from '../../../src/main/practice/personalities/personalities'
import type { ProfileId } from '../../../src/shared/providers/profiles/profile'
import { hear, loud, type Loop, quiet, speak, startLoop } from './loop'

/** Under which profile each is talked with; null: as the built-in endpoint. */
const PROFILE_OF: Readonly<Record<Personality, ProfileId | null>> = { openai: null, xai: 'xai', elevenlabs: 'elevenlabs', localai: 'localai', hf: 'hf-s2s', speaches: 'speaches' }

export type Played = Loop & { readonly plays: Personality }

export async function playedBy(name: Personality): Promise<Played> {
  const loop = await startLoop({ faults: PERSONALITIES[name], pacing: { speed: 6 } }, {}, {}, PROFILE_OF[name])
  await loop.ready()
  return Object.assign(loop, { plays: name })
}

const drain = ({ audio }: Loop): void => {
  for (const item of audio.played.keys()) audio.facts.playbackDrained(item, audio.samplesPlayed(item), 0)
}

const idle = (loop: Loop) => loop.until(() => {
  drain(loop)
  expect([loop.view().phase, loop.view().notice?.tag ?? null]).toEqual(['idle', null])
})

/** What the person reads: whose, and what. */
const read = ({ assistant }: Loop) => assistant.snapshot().items.filter(({ tool }) => tool === undefined).map(({ role, text }) => `${role}: ${text}`)

/** Where silence ends a turn, it is part of what was heard. */
const heardOf = ({ plays }: Played, seconds: number): string => `assistant: You said ${(seconds + (plays === 'hf' ? 2 : 0)).toFixed(1)} seconds.`

/** A spoken question has its own answer, once, and nothing else was said. */
const answeredOnce = async (loop: Loop, words: string) => {
  await loop.until(() => expect(read(loop).at(-1)).toBe(words))
  await idle(loop)
  expect(read(loop).filter((line) => line.startsWith('assistant'))).toEqual([words])
}

/** Whoever holds the key may think for a second: a server that listens for the end by itself would answer then. */
async function hold(loop: Played) {
  loop.assistant.press()
  const turn = loop.audio.openTurn
  if (turn === null) throw new Error('the press opened nothing')
  loop.audio.facts.captureReady(turn)
  hear(loop, [...loud(30), ...quiet(60), ...loud(30)])
  loop.assistant.release()
  loop.audio.facts.captureClosed(turn, 120 * 480)
  await answeredOnce(loop, heardOf(loop, 2.4))
}

async function handsFree(loop: Loop) {
  loop.assistant.setMode('hands-free')
  await loop.until(() => expect(loop.audio.openTurn).not.toBeNull())
  hear(loop, loud(30))
  hear(loop, quiet(80))
  await loop.until(() => expect(read(loop).some((line) => /^assistant: You said \d/.test(line))).toBe(true))
}

async function bargeIn(loop: Played) {
  loop.assistant.sendText('Tell me a long story of a fox and a dog that jump over each other all day long and never tire.')
  await loop.until(() => expect(loop.view().phase).toBe('speaking'))
  const [first] = loop.audio.played.keys()
  speak(loop)
  await loop.until(() => expect(read(loop).at(-1)).toBe(heardOf(loop, 0.5)))
  await loop.until(() => expect(loop.audio.played.size).toBe(2))
  expect([...loop.audio.played.keys()][0]).toBe(first)
}

async function cut(loop: Played) {
  loop.practice.addScript([{ outputs: [{ kind: 'echo' }], thinkMs: 60_000 }])
  speak(loop)
  await loop.until(() => expect(loop.practice.stats.activeResponses).toBe(1))
  loop.practice.cut('drop')
  await answeredOnce(loop, heardOf(loop, 0.5))
  expect(loop.practice.sessions).toHaveLength(2)
}

async function typed(loop: Loop) {
  loop.assistant.sendText('Hello.')
  await answeredOnce(loop, 'assistant: Hello.')
}

async function toolCall(loop: Loop) {
  loop.assistant.sendText('/call clock {"zone":"UTC"}')
  await loop.until(() => expect(read(loop).at(-1)).toContain('The tool answered:'))
  await idle(loop)
}

export const CASES = { hold, 'hands-free': handsFree, 'barge-in': bargeIn, 'a cut with re-send': cut, typed, 'a tool call': toolCall } as const
