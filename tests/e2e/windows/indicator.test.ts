import { setTimeout as delay } from 'node:timers/promises'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runTool } from '../../../scripts/rig/part'
import type { Indicator } from '../../../src/shared/settings'
import { changeSettings } from '../support/app/change-settings'
import { eventually } from '../support/app/eventually'
import { PillHand } from '../support/app/pill'
import { type PracticeApp, startPracticeApp } from '../support/app/practice-app'
import { TALK_KEY } from '../support/app/talking'
import { until } from '../support/app/until'
import { startOtherProgram } from '../support/tools/other-program'
import { startRig, type Rig } from '../support/sound/rig'

/** The pill, which floats over all other windows: when it comes, what it shows, what is done with it, and what it leaves alone. */
let rig: Rig
let talking: PracticeApp
let pill: Page
let hand: PillHand

const wish = (wanted: Indicator) => changeSettings(talking.app, { indicator: wanted })
const isVisible = () => hand.isVisible()
const facts = () => hand.facts()

beforeAll(async () => {
  rig = await startRig()
  talking = await startPracticeApp(rig, {}, { settings: { indicator: 'while-talking' } })
  hand = new PillHand(rig, talking.app)
  await until('a pill that waits unseen', async () => (await facts())?.visible === false)
  pill = await hand.page()
  await pill.getByTestId('indicator').waitFor({ state: 'attached' })
  await talking.app.page.evaluate(() => window.assistant.hidePanel())
})
afterAll(async () => {
  await talking.stop()
  await rig.stop()
})

const panelIsVisible = () => talking.app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().endsWith('/index.html'))?.isVisible())
const say = (words: string): Promise<unknown> => talking.app.page.evaluate((text) => window.assistant.sendText(text), words)
const status = () => pill.getByTestId('indicator').getAttribute('data-status')
const phaseAfter = (phase: string, since: number) => talking.app.trace.untilPhase(phase, { since })

/** Which window the X server gives the keys to. */
const focus = () => runTool('xdotool', ['getwindowfocus'], rig.env)
const away = () => hand.away()
const pointAt = (testId: string) => hand.pointAt(testId)
const click = (testId: string) => hand.click(testId)

async function gone(): Promise<void> {
  await away()
  await until('no pill', async () => !(await isVisible()))
}

test('at a key held in another program it comes, bottom centre, and the keys stay where they were, all along', async () => {
  const other = await startOtherProgram(rig, 'shown')
  await other.takeFocus()
  const [before, since] = [await focus(), talking.app.trace.now()]
  const seen = new Set<string>()
  await rig.keyDown(TALK_KEY)
  await phaseAfter('listening', since)
  await until('a pill', isVisible)
  for (let look = 0; look < 5; look += 1) seen.add(await focus())
  await pill.getByTestId('live-wave').waitFor()
  await eventually(() => pill.getByTestId('pill-time').innerText()).toBe('0:01')
  const there = await facts()
  await rig.keyUp(TALK_KEY)
  await phaseAfter('thinking', since)
  await rig.tapKeys('Escape')
  await phaseAfter('idle', since)
  seen.add(await focus())
  await gone()
  seen.add(await focus())
  await other.close()
  expect(seen).toEqual(new Set([before]))
  const { workArea: area, x = 0, y = 0, width = 0, height = 0, ...rest } = there ?? { workArea: { x: 0, y: 0, width: 0, height: 0 } }
  expect({ ...rest, width, height, middle: x + width / 2, bottom: y + height }).toEqual({
    visible: true, focused: false, focusable: false, top: true, width: 244, height: 68, middle: area.x + area.width / 2, bottom: area.y + area.height - 24 + 12,
  })
})

test('the pointer on it brings Discard and Open; Discard ends the turn, and nothing of it is sent', async () => {
  const since = talking.app.trace.now()
  await rig.keyDown(TALK_KEY)
  await phaseAfter('listening', since)
  await until('a pill', isVisible)
  await pointAt('indicator')
  await until('its width', async () => (await facts())?.width === 364)
  const names = await pill.getByRole('button').allInnerTexts()
  await click('pill-discard')
  await phaseAfter('idle', since)
  await rig.keyUp(TALK_KEY)
  await gone()
  expect([names, talking.app.trace.wire('input_audio_buffer.commit').filter(({ at }) => at >= since)]).toEqual([['Discard', 'Open'], []])
})

test('while it speaks the last words stand in it; Stop ends the answer, and Open shows the panel', async () => {
  const since = talking.app.trace.now()
  await say(`Tell me of the beech and the ash. ${'And of the oak. '.repeat(20)}`)
  await phaseAfter('speaking', since)
  await until('a pill', isVisible)
  await eventually(() => pill.getByTestId('indicator-tail').innerText()).toContain('of the')
  await until('two lines more', async () => (await facts())?.height === 120)
  await click('pill-open')
  await until('the panel', async () => (await panelIsVisible()) === true)
  await talking.app.page.evaluate(() => window.assistant.hidePanel())
  await until('a pill again', isVisible)
  await click('pill-stop')
  await phaseAfter('idle', since)
  await gone()
})

test('while the panel is in front it does not say the same once more', async () => {
  const since = talking.app.trace.now()
  await talking.app.page.evaluate(() => window.assistant.sendText('Once more, and slowly.'))
  await phaseAfter('speaking', since)
  await until('a pill', isVisible)
  await talking.app.electron.evaluate(({ BrowserWindow }) => {
    const panel = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().endsWith('/index.html'))
    panel?.show()
    panel?.focus()
  })
  await until('no pill', async () => !(await isVisible()))
  await talking.app.page.evaluate(() => window.assistant.cancel())
  await phaseAfter('idle', since)
  await talking.app.page.evaluate(() => window.assistant.hidePanel())
})

/** With the real pointer, in steps, as a hand does. */
async function drag(x: number, y: number): Promise<void> {
  await pointAt('indicator')
  await delay(300) // it has its width
  const [window, box] = [await facts(), await pill.getByTestId('indicator').boundingBox()]
  if (window === null || box === null) throw new Error('There is no pill.')
  const [fromX, fromY] = [Math.round(window.x + box.x + 20), Math.round(window.y + box.y + 20)]
  const steps = [1, 2, 3, 4].flatMap((step) => ['mousemove', '--', String(Math.max(0, fromX + (x * step) / 4)), String(Math.max(0, fromY + (y * step) / 4)), 'sleep', '0.05'])
  await runTool('xdotool', ['mousemove', String(fromX), String(fromY), 'mousedown', '1', ...steps, 'mouseup', '1'], rig.env)
}

const places = async () => (await talking.app.view()).settings.indicatorPlaces
const where = async () => {
  const { x = 0, y = 0, width = 0, height = 0 } = (await facts()) ?? {}
  return [x + width / 2, y + height]
}

test('it is dragged to another place, stays on the screen, and is there again when it comes back', async () => {
  await wish('always')
  await until('a pill', isVisible)
  await away()
  const before = await where()
  await drag(-20, -20)
  await eventually(async () => (await places()).length).toBe(1)
  await away()
  const moved = await where()
  await drag(-3_000, -3_000)
  await eventually(async () => (await places())[0]?.y).toBe(44)
  const stopped = await where()
  await wish('off')
  await until('no pill', async () => (await facts()) === null)
  await wish('always')
  await until('a pill', isVisible)
  pill = await hand.page()
  expect({ moved: [(before[0] ?? 0) - (moved[0] ?? 0), (before[1] ?? 0) - (moved[1] ?? 0)], stays: stopped[1], again: await where(), places: (await places()).length }).toEqual({
    moved: [20, 20], stays: 44 + 12, again: stopped, places: 1,
  })
})

test('always there, it shows what is', async () => {
  await pill.getByTestId('indicator').waitFor()
  await eventually(status).toBe('idle')
  expect(await facts()).toMatchObject({ visible: true, focused: false, focusable: false, top: true })
})
