import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { envelopeOf, looseMatch } from '../../scripts/demo/likeness'
import { LIKENESS } from '../../scripts/demo/limits'
import { readPcm, readWav } from '../../scripts/demo/wav'
import { startPracticeServer, type PracticeServer } from '../../src/main/practice/server'
import { draftId } from '../../src/shared/ids'
import { startApp, useEndpoint, type App } from './support/app'
import { sha256 } from './support/cuts/context'
import { heardEcho, isWhole } from './support/heard-echo'
import { type KeptDraft, keptHistory, untilKept } from './support/history-file'
import { historyPage } from './support/history-page'
import { session } from './support/practice-app'
import { startRig, type Rig } from './support/rig'
import { sentStretches } from './support/sent-stretches'
import { silenceFor } from './support/sound-checks'
import { count, hold, holdAndSay, mark, sentence } from './support/talking'

const DELIVER_WITHIN_SECONDS = 5
/** The loudness of a sentence, 20 ms at a time, is recognised in pieces of half a second. */
const LOUDNESS = { piece: 30, wander: 25 }
/** Into the sentence. */
const CUT_AFTER_MS = 500
const AFTERWARDS_MS = 500

let rig: Rig
let app: App
let practice: PracticeServer
let wav: string
beforeAll(async () => {
  rig = await startRig()
  wav = await sentence(rig, 'wish', 'Please remind me of the letters tomorrow.')
  practice = await startPracticeServer()
  app = await startApp(rig, { settings: { deliverWithinSeconds: DELIVER_WITHIN_SECONDS } })
  await useEndpoint(app, practice)
})
afterAll(async () => {
  await app.close()
  await practice.close()
  await rig.stop()
})

const untilDrafts = async (many: number): Promise<readonly KeptDraft[]> => (await untilKept(app, `${String(many)} drafts`, ({ drafts }) => drafts.length === many)).drafts

async function spoken(): Promise<Float32Array> {
  return readWav(await readFile(wav))?.samples ?? new Float32Array()
}

test('the server goes while somebody speaks and stays away: a draft, whole, and a sentence that says so', async () => {
  const since = app.trace.now()
  await hold(rig, app, async () => {
    const speech = rig.startSpeaking(wav)
    await silenceFor(CUT_AFTER_MS)()
    await practice.close()
    await speech.done
  })
  const notice = await mark(app, 'notice', since)
  const closed = await mark(app, 'captureClosed', since)
  const [draft] = await untilDrafts(1)
  const pcm = draft?.pcm ?? Buffer.alloc(0)
  const sent = sentStretches(app).filter(({ at }) => at > since)
  const { coefficient } = looseMatch(envelopeOf(await spoken()), envelopeOf(readPcm(pcm)), LOUDNESS)
  const { notice: shown, phase } = await app.view()
  expect({
    told: [shown?.tag, shown?.text.includes('Drafts')],
    inTime: notice.at - closed.at > DELIVER_WITHIN_SECONDS * 900 && notice.at - closed.at < DELIVER_WITHIN_SECONDS * 1_500,
    phase,
    samples: pcm.byteLength / 2,
    beginsAsSent: sent.length > 0 && sent.every((stretch) => pcm.subarray(0, stretch.pcm.byteLength).equals(stretch.pcm)),
    isWhatWasSaid: coefficient > LIKENESS.envelope,
  }).toEqual({ told: ['undelivered', true], inTime: true, phase: 'idle', samples: count(closed, 'samples'), beginsAsSent: true, isWhatWasSaid: true })
})

test('sent again when the server is back: answered, the very samples, and the draft is gone', async () => {
  const [draft] = keptHistory(app).drafts
  practice = await startPracticeServer({ port: practice.port, token: practice.token })
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
  await page.evaluate((which) => window.records.play({ kind: 'draft', draft: which }), id)
  await silenceFor((draft?.ms ?? 0) + AFTERWARDS_MS)()
  await recording.stop()
  const played = heardEcho(draft?.pcm ?? Buffer.alloc(0), readWav(await readFile(reply))?.samples ?? new Float32Array())
  await page.evaluate((which) => window.records.removeDraft(which), id)
  await untilDrafts(0)
  expect({ told: [notice?.tag, notice?.text.includes('Drafts')], long: (draft?.ms ?? 0) > 1_000, played: isWhole(played) ? 'whole' : played }).toEqual({
    told: ['auth', true],
    long: true,
    played: 'whole',
  })
})
