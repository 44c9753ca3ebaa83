import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { App } from '../support/app/app'
import { ledgerBytes, untilLedgerClosed } from '../support/history/history-file'
import { type PracticeApp, session, startPracticeApp } from '../support/app/practice-app'
import { dice, type KeyStep, randomSequence } from '../support/talk/random-keys'
import { startRig, type Rig } from '../support/sound/rig'
import { loudestWhile, silenceFor, untilMicrophoneFree } from '../support/sound/sound-checks'
import { makeTone } from '../support/sound/rig-speech'
import { TALK_KEY } from '../support/app/talking'

const SEED = Number(process.env['PARLEY_SEED'] ?? Date.now() % 1_000_000)
/** The long form: npm run soak:keys. */
const SEQUENCES = Number(process.env['PARLEY_SEQUENCES'] ?? 20)
/** Longer than the longest answer that one sequence can get. */
const SETTLED_WITHIN_MS = 8_000
/** It lingers 5 s; how soon it goes is told elsewhere, here it is whether. */
const RELEASED_WITHIN_MS = 15_000
/** A cancel and the end of the answer may meet on the wire; nothing else that is refused is ever right. */
const MAY_BE_REFUSED = 'response_cancel_not_active'

let rig: Rig
let talking: PracticeApp
beforeAll(async () => {
  rig = await startRig()
  talking = await startPracticeApp(rig)
})
afterAll(async () => {
  await talking.stop()
  await rig.stop()
})

async function perform({ act, ms }: KeyStep): Promise<void> {
  if (act === 'down') await rig.keyDown(TALK_KEY)
  if (act === 'up') await rig.keyUp(TALK_KEY)
  if (act === 'escape') await rig.tapKeys('Escape')
  if (act === 'text') await talking.app.page.evaluate(() => window.assistant.sendText('Hm?'))
  await delay(ms)
}

/** Nothing goes on any more, neither here nor there. */
async function untilSettled(what: string): Promise<void> {
  const { app, practice } = talking
  const start = Date.now()
  for (;;) {
    const { phase } = await app.view()
    const { activeResponses } = practice.stats
    if (phase === 'idle' && activeResponses === 0) return
    const last = app.trace.marks().slice(-15).map((mark) => JSON.stringify(mark)).join('\n')
    if (Date.now() - start > SETTLED_WITHIN_MS) throw new Error(`${what}: still ${phase}, ${String(activeResponses)} responses active.\n${last}`)
    await delay(25)
  }
}

async function performAll(): Promise<void> {
  const random = dice(SEED)
  for (let number = 1; number <= SEQUENCES; number += 1) {
    const steps = randomSequence(random)
    for (const step of steps) await perform(step)
    if (random() < 0.5) await rig.tapKeys('Escape')
    const told = steps.map(({ act, ms }) => `${act} ${String(ms)}`).join(', ')
    if (random() < 0.7) await untilSettled(`Sequence ${String(number)} of seed ${String(SEED)} (${told})`)
  }
  await untilSettled('After the last sequence')
}

/** What the server refused and what the person was told, apart from what is right. */
function trouble({ trace }: App, since: number): readonly string[] {
  const refusals = trace.wire('error').filter(({ at }) => at > since).map(({ event }) => JSON.stringify(event['error']))
  const notices = trace.marks('notice').filter(({ at }) => at > since).map(({ tag }) => String(tag))
  return [...refusals.filter((error) => !error.includes(MAY_BE_REFUSED)), ...notices]
}

const title = `after ${String(SEQUENCES)} random sequences of keys nothing is left on (seed ${String(SEED)})`
test(title, { timeout: 60_000 + SEQUENCES * 4_000 }, async () => {
  const { app, practice } = talking
  const since = app.trace.now()
  const tone = join(rig.folder, 'tone.wav')
  await makeTone(tone, { hz: 440, seconds: 600 })
  const speech = rig.startSpeaking(tone)
  await performAll()
  await speech.stop()
  await untilMicrophoneFree(rig, RELEASED_WITHIN_MS)

  const playing = await loudestWhile(rig, silenceFor(300))
  const { phase, connection } = await app.view()
  const { openSessions, activeResponses } = practice.stats
  expect({ trouble: trouble(app, since), playing, phase, connection, openSessions, activeResponses }).toEqual({
    trouble: [],
    playing: 0,
    phase: 'idle',
    connection: { state: 'ready' },
    openSessions: 1,
    activeResponses: 0,
  })
  const { responsesCreated, truncations } = session(practice)
  console.log(`${String(responsesCreated)} answers, ${String(truncations.length)} of them cut off while they were heard.`)
  expect(responsesCreated).toBeGreaterThan(SEQUENCES / 5)
  expect(truncations.length).toBeGreaterThan(0)

  // The account of the sound that left is that of the one who got it, to the byte.
  const received = practice.sessions.reduce((sum, { appendedBytes }) => sum + appendedBytes, 0)
  const { ledger } = await untilLedgerClosed(app)
  const ends = new Set(ledger.map(({ end }) => end))
  expect({ bytes: ledgerBytes({ ledger }), hosts: new Set(ledger.map(({ host }) => host)), modes: new Set(ledger.map(({ mode }) => mode)) }).toEqual({
    bytes: received,
    hosts: new Set([new URL(practice.url).host]),
    modes: new Set(['hold']),
  })
  expect([...ends].filter((end) => end !== 'sent' && end !== 'cancelled' && end !== 'too-short')).toEqual([])
})
