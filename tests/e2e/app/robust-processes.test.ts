import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { noticeWords } from '../../../src/shared/errors/error-words'
import type { App } from '../support/app/app'
import { killPart, panelState, pidOf, type Part } from '../support/app/app-processes'
import { eventually } from '../support/app/eventually'
import { count, readHistory, untilHistory } from '../support/history/history-db'
import { historyPage } from '../support/history/history-page'
import { goodTurn, hold, letGo, prepareSpeech, TALK_KEY } from '../support/app/outcome'
import { differing, emptied, still, whereThePanelIs } from '../support/panel-pixels'
import { type PracticeApp, startPracticeApp } from '../support/app/practice-app'
import { startRig, type Rig } from '../support/sound/rig'
import { untilSent } from '../support/talk/sent-segments'
import { until } from '../support/app/until'

/** The machine takes a process away; the app goes on without a start. One app for all: what one crash leaves behind, the next would show. */
const ENOUGH_FOR_A_DRAFT_MS = 1_000
/** 65 ms a character: nobody is so slow that it is over before they strike. */
const LONG_ANSWER = 'The beech, the ash, the lime and the horse chestnut stand along the road to the sea.'
const BACK_MS = 10_000

let rig: Rig
let talking: PracticeApp
let app: App
beforeAll(async () => {
  rig = await startRig()
  await prepareSpeech(rig)
  talking = await startPracticeApp(rig)
  app = talking.app
  await untilHistory(app.userData)
})
afterAll(async () => {
  await rig.keyUp(TALK_KEY)
  await talking.stop()
  await rig.stop()
})

const sentences = (since: number) => app.trace.marks('notice').filter(({ at }) => at > since).map(({ tag }) => tag)
const drafts = () => readHistory(app.userData, (db) => count(db, 'SELECT count(*) FROM drafts'))

/** A panel that is busy gives no answer, which is not the same as none. */
async function items(): Promise<number> {
  let shown: number | undefined
  await until('a panel that answers', async () => {
    shown = (await panelState(app))?.items
    return shown !== undefined
  })
  return shown ?? 0
}

/** Lets go in the middle of a question; resolves when its answer, a long one, is heard. */
async function untilInAnswer(): Promise<number> {
  talking.practice.addScript([{ outputs: [{ kind: 'say', text: LONG_ANSWER }] }])
  const since = await hold(rig, app)
  await app.trace.until('sound', ({ name }) => name === 'playbackStarted', { since })
  return since
}

/** And the turn is over. */
async function killedInMidTurn(part: Part): Promise<void> {
  const since = app.trace.now()
  await killPart(app, part)
  await app.trace.untilPhase('idle', { since })
}

/** The panel is there again, says one thing and nothing more, shows the whole talk, and the next turn works. */
async function recovers(since: number, shown: number, words: string = noticeWords({ tag: 'unexpected' })): Promise<void> {
  await eventually(() => panelState(app), BACK_MS).toEqual({ phase: 'idle', tag: 'unexpected', words, items: shown })
  await goodTurn(rig, app)
  expect(sentences(since)).toEqual(['unexpected'])
}

/** Of its colour values: a caret, or an edge that is smoothed another way. */
const ALL_BUT_ALL = 0.002
const PAINTED_MS = 10_000
/** The settings window, where the server was chosen, has closed; the screen shows it a little longer. */
const SETTINGS_GONE_MS = 1_000

const showPanel = (shown: boolean) =>
  app.electron.evaluate(({ BrowserWindow }, show) => {
    const panel = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().endsWith('/index.html'))
    if (show) panel?.show()
    else panel?.hide()
  }, shown)

// The first one: Playwright loses a page that has crashed, and the panel stands alone and still.
test('the GPU process dies: the window is painted again as it was, and the next turn works', async () => {
  const since = app.trace.now()
  await showPanel(true)
  await delay(SETTINGS_GONE_MS)
  const look = await whereThePanelIs(rig)
  const [before, pid] = [await still(look), await pidOf(app, 'gpu')]
  await killPart(app, 'gpu')
  await eventually(async () => ![null, pid].includes(await pidOf(app, 'gpu'))).toBe(true)
  // What had been painted stands on the screen as long as nothing hides it, with or without anybody who paints.
  await showPanel(false)
  await eventually(async () => differing(before, await look())).toBeGreaterThan(0.5)
  await showPanel(true)
  await eventually(async () => differing(before, await look()), PAINTED_MS).toBeLessThan(ALL_BUT_ALL)
  await goodTurn(rig, app)
  expect({ said: sentences(since), tellsAnEmptyOne: differing(before, emptied(before)) > 5 * ALL_BUT_ALL }).toEqual({ said: [], tellsAnEmptyOne: true })
})

test('the page of the history dies: its window goes, the conversation does not notice, and it opens again', async () => {
  const since = app.trace.now()
  const page = await historyPage(app)
  const gone = page.waitForEvent('crash')
  await killPart(app, 'history')
  await gone
  await eventually(() => app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  await goodTurn(rig, app)
  await app.page.evaluate(() => { window.assistant.openHistory() })
  await eventually(() => pidOf(app, 'history')).not.toBeNull()
  expect(sentences(since)).toEqual([])
})

test('the page dies while somebody speaks: what was said so far is a draft', async () => {
  const since = app.trace.now()
  const [before, shown] = [drafts(), await items()]
  await rig.keyDown(TALK_KEY)
  await app.trace.untilPhase('listening', { since })
  await untilSent(app, ENOUGH_FOR_A_DRAFT_MS, since)
  await killPart(app, 'panel')
  await app.trace.untilPhase('idle', { since })
  await letGo(rig, app, since)
  await eventually(drafts).toBe(before + 1)
  await recovers(since, shown, noticeWords({ tag: 'unexpected', kept: true }))
})

test('the page dies while the server thinks', async () => {
  const shown = await items()
  talking.practice.addScript([{ outputs: [{ kind: 'echo' }], thinkMs: 20_000 }])
  const since = await hold(rig, app)
  await app.trace.untilPhase('thinking', { since })
  await app.trace.until('the commit', ({ name }) => name === 'commit', { since })
  await killedInMidTurn('panel')
  await recovers(since, shown + 1)
})

test('the page dies in the middle of an answer', async () => {
  const shown = await items()
  const since = await untilInAnswer()
  await killedInMidTurn('panel')
  await recovers(since, shown + 2)
})

test.each([['while nobody talks', false], ['in the middle of an answer', true]])('the sound process dies %s: one sentence at most, and turns work', async (_when, speaking) => {
  const since = app.trace.now()
  if (speaking) await untilInAnswer()
  await (speaking ? killedInMidTurn('audio') : killPart(app, 'audio'))
  await goodTurn(rig, app)
  // Main keeps the same words from being shown twice; the trace has every report.
  expect(['', 'speaker']).toContain([...new Set(sentences(since))].join())
})
