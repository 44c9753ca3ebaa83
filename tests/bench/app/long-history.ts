import type { Page } from 'playwright'
import { startApp, type App } from '../../e2e/support/app/app'
import { historyPage } from '../../e2e/support/history/history-page'
import type { Rig } from '../../e2e/support/sound/rig'
import { DETAIL, type Figures } from './figures'

const SEARCHES = [['a common word', 'the'], ['a rare word', 'zweiundvierzig'], ['Chinese', '天气'], ['no hit', 'xylophonquark']] as const
const ROUNDS_OF_A_SEARCH = 5
const WHEEL_STEPS = 60
const WHEEL_PX = 400

const answerMs = (page: Page, words: string): Promise<number> =>
  page.evaluate(async (text) => {
    const began = performance.now()
    await window.records.search(text, 100)
    return performance.now() - began
  }, words)

/** From the key to the painted answer, by the page's own clock. */
const paintedMs = (page: Page, words: string): Promise<number> =>
  page.evaluate(async (text) => {
    const field = document.querySelector<HTMLInputElement>('[data-testid="history-search"]')
    const write = (value: string) => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, value)
      field?.dispatchEvent(new Event('input', { bubbles: true }))
    }
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    const isThere = (found: string) => document.querySelector(found) !== null
    const began = performance.now()
    write(text)
    while (!isThere('[data-testid="hit"], [data-testid="no-hits"]')) await frame()
    const took = performance.now() - began
    write('')
    while (isThere('[data-testid="hit-count"]')) await frame()
    return took
  }, words)

/** One start of the app: how long until it is there, until its history is there, searches, and scrolling. */
export async function measureLongHistory(rig: Rig, userData: string, into: Figures): Promise<void> {
  const app = await startApp(rig, { userData })
  try {
    // The trace counts from the start of the process.
    into.add('start, until the app is ready to talk', app.trace.marks('started')[0]?.at ?? Number.NaN)
    const began = performance.now()
    const page = await historyPage(app)
    await page.waitForSelector('[data-testid="history-row"], [data-testid="no-conversations"]')
    await page.evaluate('globalThis.__name = (named) => named') // tsx marks every inner function with it
    into.add('history opened, until its rows are there', performance.now() - began)
    for (const [name, words] of SEARCHES) {
      for (let round = 0; round < ROUNDS_OF_A_SEARCH; round += 1) {
        into.add(`search, key to painted hits: ${name}`, await paintedMs(page, words))
        into.add(`${DETAIL}of it the answer of main: ${name}`, await answerMs(page, words))
      }
    }
    into.add('frame while the wheel turns over the list', ...(await scrollFrames(page, app)))
  } finally {
    await app.close()
  }
}

/** The time between frames; the list loads its further rows meanwhile. */
async function scrollFrames(page: Page, { page: panel }: App): Promise<readonly number[]> {
  await page.bringToFront()
  const frames = page.evaluate((steps) =>
    new Promise<number[]>((resolve) => {
      const deltas: number[] = []
      let last = performance.now()
      const frame = (now: number) => {
        deltas.push(now - last)
        last = now
        if (deltas.length < steps) requestAnimationFrame(frame)
        else resolve(deltas.slice(5))
      }
      requestAnimationFrame(frame)
    }), WHEEL_STEPS * 3)
  await page.mouse.move(150, 300)
  for (let step = 0; step < WHEEL_STEPS; step += 1) await page.mouse.wheel(0, WHEEL_PX)
  const deltas = await frames
  await panel.bringToFront()
  return deltas
}
