import type { Page } from 'playwright'
import type { App } from './app'
import { changeSettings } from './change-settings'

/** A person who wants large letters in a small window gets them. The window of `page`, in DIP. */
export const narrow = ({ electron }: Pick<App, 'electron'>, page: Page, width: number, height = 620): Promise<void> =>
  electron.evaluate(({ BrowserWindow }, [url, wide, high]) => BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL() === url)?.setSize(wide, high), [page.url(), width, height] as const)

/** The letters of all windows, from 100 % on. Resolves when `page` shows them so: main has given its windows more room by then, and what is done to their size now stays. */
export async function enlarge(app: Pick<App, 'userData' | 'view'>, page: Page, zoom: number): Promise<void> {
  const before = await page.evaluate(() => window.devicePixelRatio)
  await changeSettings(app, { zoom })
  await page.waitForFunction((ratio) => Math.abs(window.devicePixelRatio - ratio) < 0.01, before * zoom)
}
