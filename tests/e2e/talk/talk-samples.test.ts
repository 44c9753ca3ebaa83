import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PracticeApp, sentAudio, session, startPracticeApp } from '../support/app/practice-app'
import { startRig, type Rig } from '../support/sound/rig'
import { count, holdAndSay, mark, sentence } from '../support/app/talking'

/**
 * Of the time the gate was open; an overloaded sound system may swallow some before it reaches the gate. Whatever is lost while the page
 * is blocked, which is for 2/5 of the time, is more.
 */
const COMPLETE = 0.75

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

/** Blocks the page's one thread for 80 ms out of every 200. Resolves with how long it was blocked in all, once it is stopped. */
async function blockThePage({ app: { page } }: PracticeApp): Promise<() => Promise<number>> {
  const block = await page.evaluateHandle(() => {
    const state = { blockedMs: 0, timer: 0 }
    state.timer = window.setInterval(() => {
      const start = performance.now()
      while (performance.now() - start < 80);
      state.blockedMs += performance.now() - start
    }, 200)
    return state
  })
  return () => block.evaluate((state) => {
    window.clearInterval(state.timer)
    return state.blockedMs
  })
}

test('the samples on the wire are those captured between open and close, exactly, while the page is blocked', async () => {
  const { app, practice } = talking
  const wav = await sentence(rig, 'long', 'One two three four five six seven eight nine ten eleven twelve.')
  const unblock = await blockThePage(talking)
  const since = app.trace.now()
  await holdAndSay(rig, app, wav)
  const closed = await mark(app, 'captureClosed', since)
  const commit = await mark(app, 'commit', since)
  await app.trace.untilPhase('idle', { since: commit.at })
  const blockedMs = await unblock()

  const samples = count(closed, 'samples')
  const openMs = closed.at - (await mark(app, 'captureReady', since)).at
  const [committed] = session(practice).committedAudio
  expect({
    blocked: blockedMs > openMs / 4,
    complete: samples / 24 > openMs * COMPLETE,
    commit: commit['samples'],
    committed: committed?.byteLength,
    sent: sentAudio(app).byteLength,
    same: committed?.equals(sentAudio(app)),
    heard: (await mark(app, 'playbackDrained', since))['heardSamples'],
  }).toEqual({ blocked: true, complete: true, commit: samples, committed: samples * 2, sent: samples * 2, same: true, heard: samples })
})
