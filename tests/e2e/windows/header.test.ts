import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '../support/app/app'
import { changeSettings } from '../support/app/change-settings'
import { closedPort, endpointUrl } from '../support/app/endpoints'
import { eventually } from '../support/app/eventually'
import { fromMore } from '../support/app/settings-page'
import { enlarge, narrow } from '../support/app/window-size'
import { startRig, type Rig } from '../support/sound/rig'

/** The panel's header: who answers, at the left; where else to go, at the right. */
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
const settings = async () => (await app.view()).settings
const words = async (id: string) => (await byId(id).innerText()).replaceAll(/\s+/g, ' ')

test('the echo test is called so, and its menu leads to real answers', async () => {
  expect(await words('assistant')).toBe('Parley Echo test')
  await byId('assistant').click()
  const opened = app.electron.waitForEvent('window')
  await byId('leave-echo-test').click()
  const page = await opened
  await page.getByTestId('section-connection').waitFor()
  await Promise.all([page.waitForEvent('close'), page.evaluate(() => window.close())])
})

test('model and voice are switched from one menu, with keys or a click; the chosen ones stand on its button', async () => {
  await changeSettings(app, { endpoint: { kind: 'openai' } })
  await eventually(() => words('assistant')).toBe('Parley gpt-realtime-2.1 · Marin')
  await byId('assistant').focus()
  await app.page.keyboard.press('Enter')
  await byId('offer-gpt-realtime-2.1-mini').waitFor()
  await app.page.keyboard.type('gpt-realtime-2.1-m') // as in any list
  await app.page.keyboard.press('Enter')
  await eventually(async () => (await settings()).model).toBe('gpt-realtime-2.1-mini')
  await byId('offer-cedar').waitFor({ state: 'detached' })
  await byId('assistant').click()
  await byId('offer-cedar').click()
  await eventually(async () => (await settings()).voice).toBe('cedar')
  await eventually(() => words('assistant')).toBe('Parley gpt-realtime-2.1-mini · Cedar')
})

/** Where the focus is in a menu, and whether a person sees that. */
const stopAt = () => app.page.evaluate(() => {
  const at = document.activeElement
  const [box, popup] = [at?.getBoundingClientRect(), at?.closest('.popup')?.getBoundingClientRect()]
  const inside = box !== undefined && popup !== undefined && box.top >= popup.top && box.bottom <= popup.bottom && popup.bottom <= window.innerHeight && popup.right <= window.innerWidth
  return { name: at?.getAttribute('data-testid') ?? '', seen: inside && at?.hasAttribute('data-highlighted') === true }
})

/** Opens a menu with keys, goes down until it comes round again, and closes it. */
async function arrowWalk(button: string): Promise<{ readonly stops: readonly { name: string; seen: boolean }[]; readonly back: string }> {
  await byId(button).focus()
  await app.page.keyboard.press('Enter')
  await app.page.waitForFunction(() => document.activeElement?.hasAttribute('data-highlighted') === true)
  const stops: { name: string; seen: boolean }[] = []
  for (let stop = await stopAt(); stops.every(({ name }) => name !== stop.name); stop = await stopAt()) {
    stops.push(stop)
    await app.page.keyboard.press('ArrowDown')
    await app.page.waitForFunction((last) => document.activeElement?.getAttribute('data-testid') !== last && document.activeElement?.hasAttribute('data-highlighted') === true, stop.name)
  }
  await app.page.keyboard.press('Escape')
  await app.page.getByRole('menu').waitFor({ state: 'detached' })
  await eventually(async () => (await stopAt()).name).toBe(button)
  return { stops, back: (await stopAt()).name }
}

test('the arrows go through both menus, are seen at every row, and give the focus back', async () => {
  const walked = [await arrowWalk('assistant'), await arrowWalk('more')]
  const seen = (back: string, names: readonly string[]) => ({ stops: names.map((name) => ({ name, seen: true })), back })
  expect(walked).toEqual([
    seen('assistant', ['offer-gpt-realtime-2.1', 'offer-gpt-realtime-2.1-mini', 'offer-gpt-realtime-2', 'offer-gpt-realtime-1.5', 'other-model', 'offer-marin', 'offer-cedar', 'offer-alloy', 'other-voice']),
    seen('more', ['new-private', 'keep-on-top', 'tools-all', 'tools-read-only', 'tools-off', 'open-shortcuts', 'open-settings']),
  ])
})

test('a key that was never given is nothing broken; a server that is not there is, and only then it is named', async () => {
  const before = await byId('trouble').count()
  await changeSettings(app, { endpoint: { kind: 'custom', url: endpointUrl(await closedPort()) } })
  await byId('trouble').waitFor()
  await byId('assistant').hover()
  await eventually(() => app.page.locator('.hint').innerText()).toContain('No connection to 127.0.0.1')
  const shown = await byId('assistant').locator('b, bdi').allInnerTexts()
  await app.page.mouse.move(1, 300)
  await changeSettings(app, { endpoint: { kind: 'practice' } })
  await eventually(() => byId('trouble').count()).toBe(0)
  expect({ before, shown }).toEqual({ before: 0, shown: ['Parley', 'gpt-realtime-2.1-mini · Cedar'] })
})

test('a private conversation says so, between dashed lines', async () => {
  await app.trace.untilReady()
  const dashed = () => app.page.evaluate(() => ['.panel-header', '.capsule'].map((name) => {
    const at = document.querySelector(name)
    return at === null ? '' : `${getComputedStyle(at).borderBottomStyle} ${String(getComputedStyle(at).borderBottomColor !== 'rgba(0, 0, 0, 0)')}`
  }))
  await fromMore(app.page, 'new-private')
  await byId('private').waitFor()
  const during = await dashed()
  await byId('new-conversation').click()
  await byId('private').waitFor({ state: 'detached' })
  expect({ during, header: (await dashed())[0] }).toEqual({ during: ['dashed true', 'dashed true'], header: 'dashed false' })
})

test('at 200 % in a small window the rest of the header is behind the dots, and Close closes', async () => {
  const rows = async () => {
    await byId('more').click()
    await byId('open-settings').waitFor()
    const shown = await app.page.locator('[role^="menuitem"]').evaluateAll((all) => all.map((each) => each.getAttribute('data-testid')))
    await app.page.keyboard.press('Escape')
    await byId('open-settings').waitFor({ state: 'detached' })
    return shown
  }
  /** Nothing of it is beside the window or cut at its side. */
  const fits = async (button: string) => {
    await byId(button).click()
    const menu = app.page.getByRole('menu')
    const whole = await menu.evaluate((popup) => {
      const { left, right, top, bottom } = popup.getBoundingClientRect()
      return left >= 0 && right <= window.innerWidth && top >= 0 && bottom <= window.innerHeight && popup.scrollWidth <= popup.clientWidth
    })
    await app.page.keyboard.press('Escape')
    await menu.waitFor({ state: 'detached' })
    return whole
  }
  const wide = await rows()
  await enlarge(app, app.page, 2)
  await narrow(app, app.page, 400)
  await app.page.waitForFunction(() => window.innerWidth <= 200)
  const small = await rows()
  const whole = [await fits('assistant'), await fits('more')]
  const inside = await app.page.evaluate(() => [...document.querySelectorAll('.panel-header button')].filter((button) => button.checkVisibility()).every((button) => button.getBoundingClientRect().right <= window.innerWidth))
  await byId('close-panel').click()
  await eventually(() => app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())).toBe(false)
  expect({ wide, small, inside, whole }).toEqual({
    wide: ['new-private', 'keep-on-top', 'tools-all', 'tools-read-only', 'tools-off', 'open-shortcuts', 'open-settings'],
    small: ['more-new', 'new-private', 'more-history', 'keep-on-top', 'tools-all', 'tools-read-only', 'tools-off', 'open-shortcuts', 'open-settings'],
    inside: true,
    whole: [true, true],
  })
})
