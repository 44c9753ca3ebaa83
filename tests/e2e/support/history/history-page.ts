import type { Page } from 'playwright'
import type { HistoryApi } from '../../../../src/shared/ipc/apis/history-api'
import type { App } from '../app/app'

declare global {
  interface Window {
    readonly records: HistoryApi
  }
}

const isHistory = (page: Page): boolean => page.url().endsWith('/history.html')

/** The history window, opened by `open`, or the one that is open already. */
export async function historyPage({ electron, page }: Pick<App, 'electron' | 'page'>, open = () => page.evaluate(() => window.assistant.openHistory())): Promise<Page> {
  const there = electron.windows().find(isHistory)
  if (there !== undefined) return there
  const [window] = await Promise.all([electron.waitForEvent('window'), open()])
  await window.waitForSelector('[data-testid="history"]')
  return window
}

/** What main answers, or the reason why not as an error. */
export function answered<T>(answer: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: { readonly tag: string; readonly detail?: string } }): T {
  if (!answer.ok) throw new Error(`The history answered ${answer.error.tag}: ${answer.error.detail ?? ''}`)
  return answer.value
}
