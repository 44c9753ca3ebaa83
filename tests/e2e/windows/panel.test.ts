import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '../support/app/app'
import { eventually } from '../support/app/eventually'
import { startRig, type Rig } from '../support/sound/rig'
import { choicesOf, settingsPage } from '../support/app/settings-page'
import { mark, sentence, TALK_KEY } from '../support/app/talking'

/** The panel as a person uses it: mouse, keyboard, settings. What it shows is compared with what happened. */
let rig: Rig
let app: App
beforeAll(async () => {
  rig = await startRig()
  app = await startApp(rig)
})
afterAll(async () => {
  await app.close()
  await rig.stop()
})

const byId = (id: string) => app.page.getByTestId(id)

async function answered(since: number): Promise<void> {
  await mark(app, 'playbackDrained', since)
  await app.trace.untilPhase('idle', { since })
}

/** Holds with `down`, speaks, lets go with `up`, and waits for the answer to end. */
async function talk(wav: string, down: () => Promise<void>, up: () => Promise<void>): Promise<void> {
  const since = app.trace.now()
  await down()
  await app.trace.untilPhase('listening', { since })
  await rig.speak(wav)
  await up()
  await answered(since)
}

test('the button held with the mouse, and Space held on the keyboard, talk', async () => {
  const { page } = app
  const wav = await sentence(rig, 'button', 'Talking by the button.')
  await byId('talk-button').hover()
  await talk(wav, () => page.mouse.down(), () => page.mouse.up())
  await byId('talk-button').focus()
  await talk(wav, () => page.keyboard.down('Space'), () => page.keyboard.up('Space'))
  expect(await byId('item').count()).toBe(4)
})

/** The talk key goes down, and something is said. */
async function speaking(wav: string): Promise<number> {
  const since = app.trace.now()
  await rig.keyDown(TALK_KEY)
  await app.trace.untilPhase('listening', { since })
  await rig.speak(wav)
  return since
}

const commits = (since: number) => app.trace.wire('input_audio_buffer.commit').filter(({ at }) => at > since).length

test('Send in the dock sends a turn that is held by the key; letting go of it says nothing more', async () => {
  const since = await speaking(await sentence(rig, 'sent', 'Sent by a click.'))
  await byId('talk-button').click()
  await mark(app, 'commit', since)
  await rig.keyUp(TALK_KEY)
  await answered(since)
  expect(commits(since)).toBe(1)
  await eventually(() => byId('capsule').getAttribute('data-look')).toBe('idle')
})

test('Discard in the dock sends nothing, and Undo sends it after all', async () => {
  const since = await speaking(await sentence(rig, 'discarded', 'Discarded by a click.'))
  await byId('discard').click()
  await app.trace.untilPhase('idle', { since })
  await rig.keyUp(TALK_KEY)
  const before = commits(since)
  await byId('undo-cancel').click()
  await answered(since)
  expect({ before, after: commits(since) }).toEqual({ before: 0, after: 1 })
})

test('a letter in Parley\'s turn opens the field, and is in it; Stop ends the turn', async () => {
  const since = app.trace.now()
  await app.page.evaluate(() => window.assistant.sendText('Tell me a long story of trees and of the birds that live in them'))
  await app.trace.untilPhase('speaking', { since })
  await byId('stop').focus()
  await app.page.keyboard.press('w')
  await eventually(() => byId('text-input').inputValue()).toBe('w')
  expect(await byId('capsule').getAttribute('data-look')).toBe('idle')
  await byId('stop').click()
  await app.trace.untilPhase('idle', { since })
  await byId('text-input').fill('')
})

test('its header says that a trace is written, sound and all', async () => {
  await byId('traced').waitFor()
  expect([await byId('traced').innerText(), await byId('traced').getAttribute('title')]).toEqual(['Trace', 'Everything said is written to the trace folder, as text and sound'])
})

/** What moves by itself, and whether the wave is drawn. */
const moving = () => app.page.evaluate(() => ({
  running: document.getAnimations().filter(({ playState }) => playState === 'running').length,
  wave: document.querySelector('.live-wave')?.checkVisibility(),
}))

test('a hidden panel paints nothing, and goes on when it is shown', async () => {
  const since = app.trace.now()
  await rig.keyDown(TALK_KEY)
  await app.trace.untilPhase('listening', { since })
  await app.page.evaluate(() => window.assistant.hidePanel())
  await eventually(moving).toEqual({ running: 0, wave: false })
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().forEach((window) => window.show()))
  await eventually(moving).toEqual({ running: 1, wave: true })
  await rig.keyUp(TALK_KEY)
  await app.trace.untilPhase('idle', { since })
})

test('typed text is answered, and both stand in the conversation', async () => {
  const since = app.trace.now()
  await byId('text-input').fill('Good morning')
  await byId('text-input').press('Enter')
  await answered(since)
  expect([await byId('item').nth(-2).innerText(), await byId('text-input').inputValue()]).toEqual([expect.stringContaining('Good morning'), ''])
})

test('an interrupted answer shows what was not heard', async () => {
  const since = app.trace.now()
  await byId('text-input').fill('Tell me the whole long story of the beech, the ash and the horse chestnut, and leave nothing out')
  await byId('text-input').press('Enter')
  await mark(app, 'playbackStarted', since)
  await eventually(() => byId('item').last().locator('[data-heard]').count()).toBeGreaterThan(0)
  await byId('text-input').press('Escape')
  await mark(app, 'cut', since)
  await eventually(() => byId('item').last().locator('[data-heard="false"]').count()).toBe(1)
})

test('the menu of the microphone shows how loud it is, and lets it go with the menu', async () => {
  const wav = await sentence(rig, 'menu', 'Nobody asks anything of anybody.')
  await byId('microphone').click()
  const meter = byId('microphone-level')
  await meter.waitFor()
  await eventually(async () => (await app.view()).microphonePreview).toBe('on')
  const said = rig.speak(wav)
  await eventually(async () => Number(await meter.getAttribute('aria-valuenow'))).toBeGreaterThan(30)
  await said
  await app.page.keyboard.press('Escape')
  await meter.waitFor({ state: 'detached' })
  await eventually(async () => (await app.view()).microphonePreview).toBe('off')
})

test('settings name the devices, and another talk key is recorded and works', async () => {
  const wav = await sentence(rig, 'key', 'Talking by another key.')
  const settings = await settingsPage(app, 'audio')
  await eventually(() => choicesOf(settings, 'microphone')).toContain('Rig-Microphone')
  await settings.getByTestId('tab-shortcuts').click()
  const key = settings.locator('[name="talkKey"]')
  await key.click()
  await eventually(() => key.innerText()).toContain('Press a key')
  await rig.keyDown('F9')
  await rig.keyUp('F9')
  await eventually(async () => (await app.view()).settings.talkKey).toBe('F9') // its name alone is also shown while it is held
  await eventually(() => key.innerText()).toBe('F9')
  await talk(wav, () => rig.keyDown('F9'), () => rig.keyUp('F9'))
  expect(await byId('item').last().getAttribute('data-role')).toBe('assistant')
})
