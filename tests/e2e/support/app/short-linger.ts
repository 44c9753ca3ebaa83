import type { App } from './app'

const SHORT_MS = 300

/**
 * From now on the page is asked to let the microphone go soon after a turn, not after 5 s: for tests that look whether it is let go
 * at all. That it stays open, and for how long, talk-hold.test.ts tells.
 */
export const lingerShortly = ({ electron }: Pick<App, 'electron'>): Promise<void> =>
  electron.evaluate(({ BrowserWindow }, lingerMs) => {
    const page = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().endsWith('/index.html'))?.webContents
    if (page === undefined) throw new Error('There is no panel.')
    const shortened = (message: unknown): unknown => (typeof message === 'object' && message !== null && 'lingerMs' in message ? { ...message, lingerMs } : message)
    page.send = new Proxy(page.send.bind(page), { apply: (send, _page, [channel, ...messages]: [string, ...unknown[]]) => { send(channel, ...messages.map(shortened)) } })
  }, SHORT_MS)
