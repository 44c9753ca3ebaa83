import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SETTINGS_SECTIONS } from '../../../src/shared/ipc/settings'
import { FIRST_STEPS } from '../../../src/shared/settings'
import { type App, startApp } from '../support/app/app'
import { changeSettings } from '../support/app/change-settings'
import { settingsPage } from '../support/app/settings-page'
import { narrow } from '../support/app/window-size'
import { startRig, type Rig } from '../support/sound/rig'

/** The settings and the first steps for those who see little: in the system's own colours, and with little room. */
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

const FOCUS_GUARDS = '[data-base-ui-focus-guard]'

/** Runs in the page: what can be used and has no edge that forced colours leave. A link of words is underlined or stands in its line. */
const edgeless = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main :is(input:not([type="range"], [aria-hidden="true"]), textarea, [role="switch"], [role="radio"], .select, .button-main)')]
      .filter((element) => element.getClientRects().length > 0)
      .filter((element) => {
        const { borderStyle, borderWidth, outlineStyle } = getComputedStyle(element)
        const dot = element.querySelector('[aria-hidden="true"]')
        const inner = dot === null ? 'none' : getComputedStyle(dot).borderStyle
        return (borderStyle === 'none' || borderWidth === '0px') && outlineStyle === 'none' && inner === 'none'
      })
      .map(({ tagName, className, dataset }) => `${tagName} ${className} ${dataset['testid'] ?? ''}`))

const faults = async (page: Page): Promise<readonly string[]> => {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).exclude(FOCUS_GUARDS).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`))
}

/** Runs in the page: what is wider than the room it has, and so is cut or must be scrolled sideways. */
const tooWide = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main, main *')]
      .filter((element) => !element.classList.contains('only-heard') && !['visible', 'hidden', 'clip'].includes(getComputedStyle(element).overflowX) && getComputedStyle(element).position !== 'absolute')
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
      .map(({ tagName, className }) => `${tagName} ${className}`))

type Found = Record<string, readonly string[]>
const clean = (found: Found): Found => Object.fromEntries(Object.keys(found).map((name) => [name, []]))

async function inEach(look: (page: Page) => Promise<readonly string[]>): Promise<Found> {
  const found: Found = {}
  for (const section of SETTINGS_SECTIONS) {
    const page = await settingsPage(app, section)
    for (const folded of await page.locator('.more-button[aria-expanded="false"]').all()) await folded.click()
    found[section] = await look(page)
  }
  return found
}

async function inEachStep(look: (page: Page) => Promise<readonly string[]>): Promise<Found> {
  const found: Found = {}
  for (const step of FIRST_STEPS) {
    await changeSettings(app, { onboarding: step })
    await app.page.locator(`[data-testid="first-run"][data-step="${step}"]`).waitFor()
    if (step === 'server') await app.page.getByTestId('server-openai').click()
    found[step] = await look(app.page)
  }
  await changeSettings(app, { onboarding: 'done' })
  await app.page.getByTestId('panel').waitFor()
  return found
}

test('in forced colours each control has an edge, and axe finds nothing', async () => {
  const settings = await settingsPage(app)
  for (const page of [settings, app.page]) await page.emulateMedia({ forcedColors: 'active' })
  const both = async (page: Page) => [...(await edgeless(page)), ...(await faults(page))]
  const found = { ...(await inEach(both)), ...(await inEachStep(both)) }
  for (const page of [settings, app.page]) await page.emulateMedia({ forcedColors: 'none' })
  expect(found).toEqual(clean(found))
})

test('below 480 px every control goes under its name, and nothing is cut or scrolls sideways', async () => {
  const page = await settingsPage(app, 'audio')
  await narrow(app, page, 440)
  await page.waitForFunction(() => window.innerWidth <= 440)
  const found = await inEach(tooWide)
  const [name, control] = await settingsPage(app, 'audio').then((there) => Promise.all([
    there.getByText('Speaker', { exact: true }).boundingBox(), there.getByTestId('select-speaker').boundingBox(),
  ]))
  expect({ found, below: (control?.y ?? 0) > (name?.y ?? 0) + 8 }).toEqual({ found: clean(found), below: true })
})

test('at 200 % nothing of the settings or the first steps is cut at its side', async () => {
  const page = await settingsPage(app, 'general')
  await changeSettings(app, { zoom: 2 })
  await page.waitForFunction(() => window.innerWidth <= 720)
  await narrow(app, page, 800)
  await page.waitForFunction(() => window.innerWidth <= 400)
  await narrow(app, app.page, 480)
  const found = { ...(await inEach(tooWide)), ...(await inEachStep(tooWide)) }
  await changeSettings(app, { zoom: 1 })
  expect(found).toEqual(clean(found))
})
