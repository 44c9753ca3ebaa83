import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { changeSettings } from '../support/app/change-settings'
import { eventually } from '../support/app/eventually'
import { PillHand } from '../support/app/pill'
import { type PracticeApp, startPracticeApp } from '../support/app/practice-app'
import { mark, sentence, TALK_KEY } from '../support/app/talking'
import { until } from '../support/app/until'
import { startRig, type Rig } from '../support/sound/rig'
import { tapTalkKey } from '../support/talk/keys'
import { startIn, switchMode, untilTheServerHears } from '../support/talk/hands-free'

/** A turn is sent or discarded, and a discarded one brought back, by every way that there is to do it. */
let rig: Rig
let talking: PracticeApp
let hand: PillHand
let wav: string

const show = (shown: boolean) =>
  talking.app.electron.evaluate(({ BrowserWindow }, on) => {
    const panel = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().endsWith('/index.html'))
    if (on) panel?.show()
    else panel?.hide()
  }, shown)

beforeAll(async () => {
  rig = await startRig()
  wav = await sentence(rig, 'ways', 'By one way or another.')
  talking = await startPracticeApp(rig, {}, { settings: { tapToLatch: true, indicator: 'while-talking' } })
  hand = new PillHand(rig, talking.app)
})
afterEach(async () => {
  await rig.keyUp(TALK_KEY)
  await rig.tapKeys('Escape')
  await startIn(talking.app, 'hold')
  await show(true)
  await hand.away()
})
afterAll(async () => {
  await talking.stop()
  await rig.stop()
})

const TAP_MS = 60
const byId = (id: string) => talking.app.page.getByTestId(id)
const commits = (since: number) => talking.app.trace.wire('input_audio_buffer.commit').filter(({ at }) => at > since).length

type Begin = 'hold' | 'latch'

/** Somebody has spoken, and the turn goes on. */
async function begin(how: Begin): Promise<number> {
  const since = talking.app.trace.now()
  if (how === 'hold') await rig.keyDown(TALK_KEY)
  else {
    await tapTalkKey(rig, TAP_MS)
    await until('a latched turn', async () => (await talking.app.view()).latched)
  }
  await talking.app.trace.untilPhase('listening', { since })
  await rig.speak(wav)
  return since
}

async function answered(since: number): Promise<void> {
  const asked = await mark(talking.app, 'commit', since)
  await talking.app.trace.untilPhase('speaking', { since: asked.at })
  await talking.app.trace.untilPhase('idle', { since: asked.at })
}

const SENDS: readonly (readonly [Begin, string, () => Promise<unknown>])[] = [
  ['hold', 'letting go of the key', () => rig.keyUp(TALK_KEY)],
  ['hold', 'Send, clicked', () => byId('talk-button').click()],
  ['latch', 'the key once more', () => tapTalkKey(rig, TAP_MS)],
  ['latch', 'Send, clicked', () => byId('talk-button').click()],
  ['latch', 'Send, by Enter', () => byId('talk-button').press('Enter')],
]

test.each(SENDS)('%s: %s sends it, once', async (how, _way, send) => {
  const since = await begin(how)
  const look = await byId('capsule').getAttribute('data-look')
  await send()
  await answered(since)
  await rig.keyUp(TALK_KEY)
  await eventually(() => byId('capsule').getAttribute('data-look')).toBe('idle') // the page is told a little later
  expect({ look, commits: commits(since) }).toEqual({ look: 'flood', commits: 1 })
})

const DISCARDS: readonly (readonly [string, () => Promise<unknown>])[] = [
  ['Escape', () => rig.tapKeys('Escape')],
  ['Discard, clicked', () => byId('discard').click()],
  ['Discard, by Enter', () => byId('discard').press('Enter')],
  ['Discard in the pill', () => hand.click('pill-discard')],
]
const UNDOES: readonly (readonly [string, () => Promise<unknown>])[] = [
  ['Undo, clicked', () => byId('undo-cancel').click()],
  ['Ctrl+Z', () => talking.app.page.keyboard.press('Control+z')],
]
const ALL = (['hold', 'latch'] as const).flatMap((how) => DISCARDS.map(([discarding, discard], at) => ({ how, discarding, discard, ...undoAt(at) })))

function undoAt(at: number): { readonly undoing: string; readonly undo: () => Promise<unknown> } {
  const [undoing, undo] = UNDOES[at % UNDOES.length] ?? UNDOES[0] ?? ['', () => Promise.resolve()]
  return { undoing, undo }
}

test.each(ALL)('$how: $discarding discards it and nothing is sent; $undoing sends it after all', async ({ how, discarding, discard, undo }) => {
  const byPill = discarding.includes('pill')
  if (byPill) await show(false)
  const since = await begin(how)
  if (byPill) await until('a pill', hand.isVisible)
  await discard()
  await talking.app.trace.untilPhase('idle', { since })
  await rig.keyUp(TALK_KEY)
  if (byPill) await show(true)
  await byId('undo-bar').waitFor()
  const [words, before] = [await byId('undo-bar').innerText(), commits(since)]
  await undo()
  await answered(since)
  expect({ words: words.replace(/\s+/g, ' '), before, after: commits(since), bar: await byId('undo-bar').count() }).toEqual({ words: 'Discarded. Undo', before: 0, after: 1, bar: 0 })
})

const MUTES: readonly (readonly [string, () => Promise<unknown>])[] = [
  ['the talk key', () => tapTalkKey(rig, TAP_MS)],
  ['the button of the dock', () => byId('talk-button').click()],
]

test.each(MUTES)('hands-free: %s sends what is being said at once, and mutes; Escape gives its answer up', async (_way, mute) => {
  await changeSettings(talking.app, { tapToLatch: false })
  talking.practice.addScript([{ outputs: [{ kind: 'say', text: 'And that is the way of it. '.repeat(20) }] }])
  const since = await switchMode(rig, talking.app, 'hands-free')
  const said = rig.speak(wav)
  await untilTheServerHears(talking.app, since)
  await mute()
  await eventually(async () => (await talking.app.view()).phase).toBe('speaking')
  await said
  const asked = (await talking.app.view()).muted
  await rig.tapKeys('Escape')
  await eventually(async () => (await talking.app.view()).phase).toBe('idle')
  expect({ asked, heard: talking.app.trace.wire('input_audio_buffer.committed').filter(({ at }) => at > since).length, look: await byId('capsule').getAttribute('data-look') }).toEqual({ asked: true, heard: 1, look: 'idle' })
  await changeSettings(talking.app, { tapToLatch: true })
})
