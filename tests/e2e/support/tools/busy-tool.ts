import type { Page } from 'playwright'
import type { App } from '../app/app'
import { answered } from '../history/history-page'

/** A browser that takes as long as the test wants, and main's one thread for 30 ms of every 100. `end` says for how long it was taken in all. */
export async function busyBrowser({ electron }: Pick<App, 'electron'>): Promise<{ end(): Promise<number> }> {
  await electron.evaluate(({ shell }) => {
    const open = shell.openExternal.bind(shell)
    shell.openExternal = () =>
      new Promise((opened) => {
        let blockedMs = 0
        const timer = setInterval(() => {
          const start = performance.now()
          while (performance.now() - start < 30);
          blockedMs += performance.now() - start
        }, 100)
        const end = (): number => {
          clearInterval(timer)
          shell.openExternal = open
          opened()
          return blockedMs
        }
        Object.assign(globalThis, { endBusyBrowser: end })
      })
  })
  return { end: () => electron.evaluate(() => (globalThis as { endBusyBrowser?: () => number }).endBusyBrowser?.() ?? 0) }
}

/** A browser that writes each page it is asked to open into a file, and has opened it when the test says so. */
export async function countingBrowser({ electron }: Pick<App, 'electron'>, file: string): Promise<{ end(): Promise<void> }> {
  await electron.evaluate(({ shell }, path) => {
    const open = shell.openExternal.bind(shell)
    shell.openExternal = (url) =>
      new Promise((opened) => {
        process.getBuiltinModule('node:fs').appendFileSync(path, `${url}\n`)
        const end = (): void => {
          shell.openExternal = open
          opened()
        }
        Object.assign(globalThis, { endCountingBrowser: end })
      })
  }, file)
  return { end: () => electron.evaluate(() => (globalThis as { endCountingBrowser?: () => void }).endCountingBrowser?.()) }
}

/** Takes back all that a tool did and that can be, one action after the other. Says how many were. */
export async function undoAll(history: Page, of: string): Promise<number> {
  const { rows } = answered(await history.evaluate(() => window.records.actions(null, 100)))
  const ids = rows.filter(({ tool, undo }) => tool === of && undo !== null).map(({ id }) => id)
  let undone = 0
  for (const each of ids) if (answered(await history.evaluate((id) => window.records.undoAction(id), each))) undone += 1
  return undone
}
