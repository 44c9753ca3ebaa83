import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPracticeServer, type PracticeServer } from '../../support/practice/practice-server'
import { startApp, useEndpoint, type App } from '../support/app/app'
import { eventually } from '../support/app/eventually'
import { startIn, untilMode } from '../support/talk/hands-free'
import { keptHistory, type KeptSegment, ledgerBytes, untilLedgerClosed } from '../support/history/history-file'
import { dice, type KeyStep, randomSequence } from '../support/talk/random-keys'
import { startRig, type Rig } from '../support/sound/rig'
import { makeTone } from '../support/sound/rig-speech'
import { untilSent, wireBytes } from '../support/talk/sent-segments'
import { silenceFor } from '../support/sound/sound-checks'
import { hold, mark, TALK_KEY } from '../support/app/talking'
import { until } from '../support/app/until'

const SEED = Number(process.env['PARLEY_SEED'] ?? Date.now() % 1_000_000)
const SEQUENCES = Number(process.env['PARLEY_SEQUENCES'] ?? 10)
const SPOKEN_MS = 600
const BYTES_PER_MS = 48
/** Each account is written beside the talk, and the newest segment is in none of them at first. */
const AGREED_WITHIN_MS = 15_000

let rig: Rig
let app: App
let practice: PracticeServer
beforeAll(async () => {
  rig = await startRig()
  const tone = join(rig.folder, 'tone.wav')
  await makeTone(tone, { hz: 440, seconds: 600 })
  rig.startSpeaking(tone)
  practice = await startPracticeServer()
  app = await startApp(rig)
  await useEndpoint(app, practice)
})
afterAll(async () => {
  await app.close()
  await practice.close()
  await rig.stop()
})

/** Sooner behind the last way up, a press is a bounce of the key. */
const BOUNCE_MS = 200

async function perform({ act, ms }: KeyStep): Promise<void> {
  if (act === 'down') await rig.keyDown(TALK_KEY)
  if (act === 'up') await rig.keyUp(TALK_KEY)
  if (act === 'escape') await rig.tapKeys('Escape')
  if (act === 'text') await app.page.evaluate(() => window.assistant.sendText('Hm?'))
  await delay(ms)
}

const untilSettled = () => until('rest', async () => (await app.view()).phase === 'idle' && practice.stats.activeResponses === 0)

/** What all sessions of the server have heard. */
const heardBytes = (): number => practice.sessions.reduce((sum, { appendedBytes }) => sum + appendedBytes, 0)

/** The rows written since there were so many, once no segment is open. */
const rowsBehind = async (count: number): Promise<readonly KeptSegment[]> => (await untilLedgerClosed(app)).ledger.slice(count)
const host = () => `127.0.0.1:${String(practice.port)}`

interface Accounts {
  readonly wire: number
  readonly heard: number
  readonly ledger: number
  readonly openRows: number
  readonly hosts: readonly string[]
}

function accounts(): Accounts {
  const file = keptHistory(app)
  const openRows = file.ledger.filter(({ end }) => end === null).length
  return { wire: wireBytes(app), heard: heardBytes(), ledger: ledgerBytes(file), openRows, hosts: [...new Set(file.ledger.map((row) => row.host))] }
}

/** The ledger, the app's own trace of the wire and the server agree on every byte. */
async function expectAgreement(): Promise<void> {
  const agree = ({ wire, heard, ledger, openRows, hosts }: Accounts) => wire === heard && heard === ledger && openRows === 0 && hosts.join() === host()
  await eventually(accounts, AGREED_WITHIN_MS).toSatisfy(agree)
}

test(`keys at random: the ledger has every byte the server has heard (seed ${String(SEED)})`, async () => {
  const random = dice(SEED)
  for (let number = 0; number < SEQUENCES; number += 1) for (const step of randomSequence(random)) await perform(step)
  await rig.tapKeys('Escape')
  await delay(BOUNCE_MS)
  await untilSettled()
  await expectAgreement()
  const { ledger } = await untilLedgerClosed(app)
  const pressed = new Set(app.trace.marks('press').map(({ turn }) => turn))
  expect({
    modes: [...new Set(ledger.map(({ mode }) => mode))],
    unknownTurns: ledger.filter(({ turn }) => !pressed.has(turn)),
    empty: ledger.filter(({ bytes }) => bytes <= 0),
  }).toEqual({ modes: ['hold'], unknownTurns: [], empty: [] })
  console.log(`${String(ledger.length)} segments, ${String(ledgerBytes({ ledger }))} bytes; ended by ${[...new Set(ledger.map(({ end }) => end))].join(', ')}.`)
})

test('each segment says what ended it; what is said again is in it again', async () => {
  const before = (await untilLedgerClosed(app)).ledger.length
  const since = app.trace.now()
  practice.addFaults([{ name: 'drop-on-commit', times: 1 }])
  await hold(rig, app, silenceFor(SPOKEN_MS))
  await mark(app, 'playbackDrained', since)
  await untilSettled()
  const escaped = app.trace.now()
  await rig.keyDown(TALK_KEY)
  await untilSent(app, SPOKEN_MS, escaped)
  await rig.tapKeys('Escape')
  await rig.keyUp(TALK_KEY)
  await untilSettled()
  await expectAgreement()
  const [first, again, cancelled, ...more] = await rowsBehind(before)
  expect({ ends: [first?.end, again?.end, cancelled?.end], again: [again?.turn, again?.bytes], more }).toEqual({
    ends: ['sent', 'sent', 'cancelled'],
    again: [first?.turn, first?.bytes],
    more: [],
  })
})

test('hands-free: what the open microphone sent, until it is muted', async () => {
  const before = (await untilLedgerClosed(app)).ledger.length
  const opened = app.trace.now()
  await app.page.evaluate(() => window.assistant.setMode('hands-free'))
  await untilMode(app, 'hands-free') // not until quiet: the tone never stops
  await untilSent(app, SPOKEN_MS, opened)
  const since = app.trace.now()
  await rig.keyDown(TALK_KEY)
  await rig.keyUp(TALK_KEY)
  await mark(app, 'captureClosed', since)
  await startIn(app, 'hold')
  await expectAgreement()
  const rows = await rowsBehind(before)
  expect({ modes: [...new Set(rows.map(({ mode }) => mode))], first: rows[0]?.end, sent: (rows[0]?.bytes ?? 0) > SPOKEN_MS * BYTES_PER_MS }).toEqual({ modes: ['hands-free'], first: 'muted', sent: true })
})
