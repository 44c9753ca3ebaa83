import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readWav } from '../../../scripts/demo/wav'
import { runTool } from '../../../scripts/rig/part'
import { startPracticeServer, type PracticeServer } from '../../support/practice/practice-server'
import { BYTES_PER_SAMPLE, msToSamples } from '../../../src/shared/audio/audio-format'
import { draftId } from '../../../src/shared/ids'
import { SYSTEM_MICROPHONE } from '../../../src/shared/audio/sound-settings'
import { startApp, useEndpoint, type App } from '../support/app/app'
import { sha256 } from '../support/cuts/context'
import { startPracticeAt } from '../support/app/endpoints'
import { heardEcho, isWhole } from '../support/sound/heard-echo'
import { type KeptDraft, keptHistory, untilKept } from '../support/history/history-file'
import { answered, historyPage } from '../support/history/history-page'
import { session } from '../support/app/practice-app'
import { startRig, type Rig } from '../support/sound/rig'
import { makeTone } from '../support/sound/rig-speech'
import { sentSegments } from '../support/talk/sent-segments'
import { silenceFor } from '../support/sound/sound-checks'
import { count, hold, holdAndSay, mark, sentence } from '../support/app/talking'
import { samplesOf, tonesIn } from '../support/sound/tones'
import { until } from '../support/app/until'
import { noticeText } from '../support/app/notice-text'

const DELIVER_WITHIN_SECONDS = 5
/**
 * What is said first: a low tone, and a high one that begins only when the server has gone. A busy sound system loses pieces of it
 * before our code sees them, which does not change what tone is left and in which order.
 */
const [LOW_HZ, HIGH_HZ] = [500, 1_250]
const TONE_MS = 3_000
/** The server goes when it has so much of the first tone: while a press may still be a tap, nothing leaves. */
const CUT_AFTER_BYTES = BYTES_PER_SAMPLE * msToSamples(300)
/** Tones must not be taken for noise. */
const UNCLEANED = { ...SYSTEM_MICROPHONE, echoCancellation: false, noiseSuppression: false, gainControl: false }
/** Its last samples are still in the loudspeaker. */
const AFTERWARDS_MS = 500

let rig: Rig
let app: App
let practice: PracticeServer
let wav: string
let tones: string
beforeAll(async () => {
  rig = await startRig()
  wav = await sentence(rig, 'wish', 'Please remind me of the letters tomorrow.')
  tones = await lowThenHigh()
  practice = await startPracticeServer()
  app = await startApp(rig, { settings: { deliverWithinSeconds: DELIVER_WITHIN_SECONDS, microphone: UNCLEANED } })
  await useEndpoint(app, practice)
})
afterAll(async () => {
  await app.close()
  await practice.close()
  await rig.stop()
})

const untilDrafts = async (many: number): Promise<readonly KeptDraft[]> => (await untilKept(app, `${String(many)} drafts`, ({ drafts }) => drafts.length === many)).drafts

async function lowThenHigh(): Promise<string> {
  const path = (name: string) => join(rig.folder, `${name}.wav`)
  for (const [name, hz] of [['low', LOW_HZ], ['high', HIGH_HZ]] as const) await makeTone(path(name), { hz, seconds: TONE_MS / 1_000 })
  await runTool('sox', [path('low'), path('high'), path('tones')], rig.env)
  return path('tones')
}

test('the server goes while somebody speaks and stays away: a draft, whole, and a sentence that says so', async () => {
  const since = app.trace.now()
  await hold(rig, app, async () => {
    const speech = rig.startSpeaking(tones)
    await until('sound at the server', () => Promise.resolve(session(practice).appendedBytes >= CUT_AFTER_BYTES))
    await practice.close()
    await speech.done
  })
  const notice = await mark(app, 'notice', since)
  const closed = await mark(app, 'captureClosed', since)
  const [draft] = await untilDrafts(1)
  const pcm = draft?.pcm ?? Buffer.alloc(0)
  const sent = sentSegments(app).filter(({ at }) => at > since)
  const { order, ms } = tonesIn(samplesOf(pcm), [LOW_HZ, HIGH_HZ])
  const { notice: shown, phase } = await app.view()
  expect({
    told: [shown?.tag, noticeText({ notice: shown })?.includes('Drafts')],
    inTime: notice.at - closed.at > DELIVER_WITHIN_SECONDS * 900 && notice.at - closed.at < DELIVER_WITHIN_SECONDS * 1_500,
    phase,
    samples: pcm.byteLength / 2,
    beginsAsSent: sent.length > 0 && sent.every((segment) => pcm.subarray(0, segment.pcm.byteLength).equals(segment.pcm)),
    cutBefore: sent.reduce((bytes, segment) => bytes + segment.pcm.byteLength, 0) < pcm.byteLength / 2,
    order,
    heardToItsEnd: Math.min(...Object.values(ms)) > TONE_MS / 2,
  }).toEqual({ told: ['undelivered', true], inTime: true, phase: 'idle', samples: count(closed, 'samples'), beginsAsSent: true, cutBefore: true, order: [LOW_HZ, HIGH_HZ], heardToItsEnd: true })
})

test('sent again when the server is back: answered, the very samples, and the draft is gone', async () => {
  const [draft] = keptHistory(app).drafts
  practice = await startPracticeAt(practice.port, { token: practice.token })
  const since = app.trace.now()
  await app.page.evaluate(() => window.assistant.retryConnection())
  await app.trace.untilReady({ since })
  const page = await historyPage(app)
  const sent = await page.evaluate((id) => window.records.sendDraft(id), draftId(draft?.id ?? ''))
  const drained = await mark(app, 'playbackDrained', since)
  await untilDrafts(0)
  const questions = session(practice).answered.map(({ sha256: digest, completed }) => ({ digest, completed }))
  expect({ sent, questions, heard: drained['heardSamples'] }).toEqual({
    sent: { ok: true, value: null },
    questions: [{ digest: sha256(draft?.pcm ?? Buffer.alloc(0)), completed: true }],
    heard: (draft?.pcm.byteLength ?? 0) / 2,
  })
})

test('refused while somebody speaks: a draft at once, which can be played and deleted', async () => {
  const since = app.trace.now()
  await holdAndSay(rig, app, wav)
  await app.trace.untilPhase('idle', { since })
  const pressed = app.trace.now()
  await hold(rig, app, async () => {
    await rig.speak(wav)
    practice.cut('close-3000')
    await mark(app, 'notice', pressed)
  })
  const [draft] = await untilDrafts(1)
  const { notice } = await app.view()
  const page = await historyPage(app)
  const id = draftId(draft?.id ?? '')
  const reply = join(rig.folder, 'draft.wav')
  const recording = await rig.recordSpeaker(reply)
  answered(await page.evaluate((which) => window.records.play({ kind: 'draft', draft: which }), id))
  await until('the end of the draft', async () => (await app.view()).playingClip === null)
  await silenceFor(AFTERWARDS_MS)()
  await recording.stop()
  const played = heardEcho(draft?.pcm ?? Buffer.alloc(0), readWav(await readFile(reply))?.samples ?? new Float32Array())
  await page.evaluate((which) => window.records.removeDraft(which), id)
  await untilDrafts(0)
  expect({ told: [notice?.tag, noticeText({ notice })?.includes('Drafts')], long: (draft?.ms ?? 0) > 1_000, played: isWhole(played) ? 'whole' : played }).toEqual({
    told: ['auth', true],
    long: true,
    played: 'whole',
  })
})
