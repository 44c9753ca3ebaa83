import type { Page } from 'playwright'
import type { App } from './app'

/** A person who wants large letters in a small window gets them. The window of `page`, in DIP. */
export const narrow = ({ electron }: Pick<App, 'electron'>, page: Page, width: number): Promise<void> =>
  electron.evaluate(({ BrowserWindow }, [url, wide]) => BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL() === url)?.setSize(wide, 620), [page.url(), width] as const)
