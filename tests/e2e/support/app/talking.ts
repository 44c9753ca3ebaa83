import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { App } from './app'
import type { Rig } from '../sound/rig'
import { makeSpeech } from '../sound/rig-speech'
import type { Mark } from './trace'

export const TALK_KEY = 'Control_R'
export const MODE_KEYS = 'ctrl+alt+h'
/** Longer than the app itself waits for its disk before it shows an item all the same. */
const WRITTEN_WITHIN_MS = 3_000

/** Says a sentence into a sound file of the rig. */
export async function sentence(rig: Rig, name: string, text: string): Promise<string> {
  const wav = join(rig.folder, `${name}.wav`)
  await makeSpeech(text, wav)
  return wav
}

/** Holds the talk key, with an open microphone behind it, for as long as `meanwhile` takes. Resolves with the `release`. */
export async function hold(rig: Rig, { trace }: App, meanwhile: () => Promise<void>): Promise<Mark> {
  const since = trace.now()
  await rig.keyDown(TALK_KEY)
  try {
    await trace.untilPhase('listening', { since })
    await meanwhile()
  } finally {
    await rig.keyUp(TALK_KEY) // or the next test could not press it
  }
  return trace.until('the release', (mark) => mark.name === 'release', { since })
}

export const holdAndSay = (rig: Rig, app: App, wav: string): Promise<Mark> => hold(rig, app, () => rig.speak(wav))

/** Waits for a mark by its name. */
export const mark = (app: App, name: string, since: number): Promise<Mark> => app.trace.until(name, (each) => each.name === name, { since })

/** A number a mark carries. */
export function count(of: Mark, field: string): number {
  const value = of[field]
  if (typeof value !== 'number') throw new Error(`${of.name} has no number ${field}`)
  return value
}

interface ShownItem {
  readonly role: string
  readonly kind: string
  readonly text: string
  readonly status: string
  readonly heardChars: number | null
}

/** What the panel shows, when it is all finished: an item is shown so only once it is written down, which takes a moment. */
export async function items(app: App): Promise<readonly ShownItem[]> {
  for (const start = Date.now(); ; await delay(20)) {
    const shown = await shownItems(app)
    if (shown.every(({ status }) => status !== 'in-progress') || Date.now() - start > WRITTEN_WITHIN_MS) return shown
  }
}

async function shownItems(app: App): Promise<readonly ShownItem[]> {
  const answer = await app.page.evaluate(() => window.assistant.getView())
  if (!answer.ok) throw new Error(`The app gave no view: ${answer.error.tag}`)
  return answer.value.items.map(({ role, kind, text, status, heardChars }) => ({ role, kind, text, status, heardChars }))
}
