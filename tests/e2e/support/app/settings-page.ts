import type { Page } from 'playwright'
import type { SettingsApi } from '../../../../src/shared/ipc/apis/settings-api'
import { SETTINGS_SECTIONS, type SettingsSection } from '../../../../src/shared/ipc/settings'
import type { App } from './app'

declare global {
  interface Window {
    readonly preferences: SettingsApi
  }
}

const isSettings = (page: Page): boolean => page.url().endsWith('/settings.html')

/** The settings window at `section`, opened by `open`, or the one that is open already. */
export async function settingsPage({ electron, page }: Pick<App, 'electron' | 'page'>, section: SettingsSection = 'general', open = () => fromMore(page, 'open-settings')): Promise<Page> {
  const there = electron.windows().find(isSettings)
  const window = there ?? (await Promise.all([electron.waitForEvent('window'), open()]))[0]
  await goTo(window, section)
  await window.getByTestId(`section-${section}`).waitFor()
  return window
}

/** What stands behind the dots of the panel's header. */
export async function fromMore(page: Page, row: string): Promise<void> {
  await page.getByTestId('more').click()
  await page.getByTestId(row).click()
}

/** In the list at the side, or in the menu that stands for it where there is no room. */
async function goTo(window: Page, section: SettingsSection): Promise<void> {
  await window.getByTestId('settings').waitFor()
  if (!(await window.getByTestId('select-section').isVisible())) return window.getByTestId(`tab-${section}`).click()
  await window.getByTestId('select-section').click()
  await window.getByRole('option').nth(SETTINGS_SECTIONS.indexOf(section)).click()
}

/** With what is folded away at its end. */
export async function unfoldedPage(app: Pick<App, 'electron' | 'page'>, section: 'assistant' | 'audio' | 'connection'): Promise<Page> {
  const page = await settingsPage(app, section)
  const advanced = page.getByTestId(`advanced-${section}`)
  if ((await advanced.getAttribute('aria-expanded')) === 'false') await advanced.click()
  return page
}

/** Does something in the settings window, which is opened for it and closed behind it unless it was open. */
export async function inSettings<T>(app: Pick<App, 'electron' | 'page'>, work: (page: Page) => Promise<T>): Promise<T> {
  const wasOpen = app.electron.windows().some(isSettings)
  const page = await settingsPage(app, 'connection', () => app.page.evaluate(() => window.assistant.openSettings('connection')))
  const outcome = await work(page)
  if (!wasOpen) await Promise.all([page.waitForEvent('close'), page.evaluate(() => window.close())])
  return outcome
}

/** What can be chosen in a list, and which of it is chosen. */
export async function choicesOf(page: Page, name: string): Promise<readonly string[]> {
  await page.getByTestId(`select-${name}`).click()
  const words = await page.getByRole('option').allInnerTexts()
  await page.keyboard.press('Escape')
  return words
}

/** Gives the keyboard to a window, by the name of its page. */
export const bringForward = ({ electron }: Pick<App, 'electron'>, name: 'index' | 'settings'): Promise<void> =>
  electron.evaluate(async ({ BrowserWindow }, file) => {
    const window = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().endsWith(file))
    for (let tries = 0; tries < 100 && window?.isFocused() === false; tries += 1) {
      window.show()
      window.focus()
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }, `/${name}.html`)
