import type { App } from './app'

/**
 * Runs in the panel's page, by way of main. Chromium closes its sockets when the computer sleeps, and with them the one by which
 * Playwright speaks to pages: what is asked on that one is never answered again, whatever the page does.
 */
export const inPanelPage = ({ electron }: Pick<App, 'electron'>, script: string): Promise<unknown> =>
  electron.evaluate(({ BrowserWindow }, code) => {
    const panel = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().endsWith('/index.html'))
    return panel?.webContents.executeJavaScript(code)
  }, script)
