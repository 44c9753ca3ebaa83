import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '../support/app/app'
import { axeFaults } from '../support/app/axe'
import { closedPort, endpointUrl } from '../support/app/endpoints'
import { changeSettings } from '../support/app/change-settings'
import { TALK_KEY } from '../support/app/talking'
import { narrow } from '../support/app/window-size'
import { startRig, type Rig } from '../support/sound/rig'
import { ask, newTalk } from '../support/talk/typed-talk'

/** What the panel does with the room it has, and what is left of it in the system's own colours. */
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
const LONG = 'Tell me of the holly, the yew and the hazel, and whether birds like them in winter'

async function wide(width: number): Promise<void> {
  await narrow(app, app.page, width)
  await app.page.waitForFunction((least) => Math.abs(window.innerWidth - least) < 20, width)
}

/** Runs in the page. Where things are from the middle of the window, and how long the longest line of an answer is. */
const measures = (page: Page) =>
  page.evaluate(() => {
    const middle = window.innerWidth / 2
    const box = (selector: string) => {
      const found = [...document.querySelectorAll(selector)].at(-1)
      if (found === undefined) throw new Error(`There is no ${selector}.`)
      const { left, right } = found.getBoundingClientRect()
      return { left: Math.round(left - middle), right: Math.round(right - middle) }
    }
    const words = [...document.querySelectorAll('[data-role="assistant"] .said')].at(-1)
    const text = document.createTreeWalker(words ?? document.body, NodeFilter.SHOW_TEXT)
    const lines = new Map<number, number>()
    for (let node = text.nextNode(); node !== null; node = text.nextNode()) {
      for (let at = 0; at < (node.textContent ?? '').length; at += 1) {
        const range = document.createRange()
        range.setStart(node, at)
        range.setEnd(node, at + 1)
        const top = Math.round(range.getBoundingClientRect().top)
        lines.set(top, (lines.get(top) ?? 0) + 1)
      }
    }
    return { column: box('.conversation > ol > .item[data-role="assistant"]'), question: box('[data-role="user"] .bubble').right, capsule: box('.capsule'), longest: Math.max(...lines.values()) }
  })

test('in a wide window all stands in one column in the middle, and a line of an answer has about 68 characters', async () => {
  await ask(app, LONG)
  await wide(900)
  const { longest, ...places } = await measures(app.page)
  expect(places).toEqual({ column: { left: -280, right: 280 }, question: 280, capsule: { left: -288, right: 288 } })
  expect([longest > 55, longest < 76]).toEqual([true, true])
})

/** Its answer is not waited for to its end. */
async function asked(): Promise<void> {
  const since = app.trace.now()
  await app.page.evaluate((words) => window.assistant.sendText(words), LONG)
  await app.trace.untilPhase('speaking', { since })
  await app.page.evaluate(() => { window.assistant.cancel() })
  await app.trace.untilPhase('idle', { since })
}

test('nothing moves to the side when a scroll bar comes', async () => {
  await wide(420)
  const isScrolled = () => byId('conversation').evaluate((box) => box.scrollHeight > box.clientHeight)
  const places = async () => {
    const { column, question, capsule } = await measures(app.page)
    return { column, question, capsule }
  }
  const before = { scrolled: await isScrolled(), ...(await places()) }
  for (let more = 0; more < 4; more += 1) await asked()
  const after = { scrolled: await isScrolled(), ...(await places()) }
  expect([before, after.scrolled, after.column.left]).toEqual([{ ...after, scrolled: false }, true, 20 - 210])
})

/** Each with what ends it. */
async function forced(scene: string, found: Record<string, readonly string[]>, prepare: () => Promise<unknown>, end: () => Promise<unknown>): Promise<void> {
  await prepare()
  found[scene] = await axeFaults(app, app.page)
  await end()
}

const escape = async () => {
  await app.page.keyboard.press('Escape')
  await app.page.getByRole('menu').waitFor({ state: 'detached' })
}

test('in forced colours axe finds nothing on the scenes of the panel, and every sign of the header is seen', async () => {
  const found: Record<string, readonly string[]> = {}
  const nothing = () => Promise.resolve()
  await app.page.emulateMedia({ forcedColors: 'active' })
  await forced('conversation', found, () => byId('item').last().hover(), nothing)
  await forced('menu of the assistant', found, async () => (await byId('assistant').click(), await byId('leave-echo-test').waitFor()), escape)
  await forced('more', found, async () => (await byId('more').click(), await byId('open-settings').waitFor()), escape)
  await forced('listening', found, async () => (await rig.keyDown(TALK_KEY), await app.page.locator('[data-testid="state-line"][data-state="listening"]').waitFor()), async () => {
    await app.page.keyboard.press('Escape')
    await rig.keyUp(TALK_KEY)
    await app.trace.untilPhase('idle')
  })
  await forced('private', found, async () => (await newTalk(app, true), await byId('private').waitFor()), nothing)
  const chip = await byId('private').evaluate((mark) => getComputedStyle(mark).borderTopColor !== getComputedStyle(document.body).backgroundColor)
  await forced('trouble', found, async () => (await changeSettings(app, { endpoint: { kind: 'custom', url: endpointUrl(await closedPort()) } }), await byId('trouble').waitFor()), nothing)
  const diamond = await byId('trouble').evaluate((mark) => getComputedStyle(mark).backgroundColor !== getComputedStyle(document.body).backgroundColor)
  await app.page.emulateMedia({ forcedColors: 'none' })
  expect({ ...found, chip, diamond }).toEqual({ ...Object.fromEntries(Object.keys(found).map((scene) => [scene, []])), chip: true, diamond: true })
})
