import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PracticeApp, startPracticeApp } from '../support/app/practice-app'
import { startRig, type Rig } from '../support/sound/rig'
import { answersOf, framesWhile, HUNDRED_A_SECOND } from '../support/talk/streamed-answers'

/** Long and odd answers at a hundred deltas a second; how the panel paints meanwhile is measured by `npm run bench:app -- --only answers`. */
let rig: Rig
let talking: PracticeApp
beforeAll(async () => {
  rig = await startRig()
  talking = await startPracticeApp(rig, { pacing: HUNDRED_A_SECOND })
})
afterAll(async () => {
  await talking.stop()
  await rig.stop()
})

const DELTAS = 500

const NONE = { rows: 0, code: 0, links: 0, formatting: false }
const EXPECTED: Readonly<Record<string, typeof NONE>> = {
  'a table': { ...NONE, rows: DELTAS },
  'an unclosed fence': { ...NONE, code: DELTAS + 1 },
  'all kinds': { ...NONE, links: DELTAS - Math.ceil(DELTAS / 4) },
  '1 MB': { ...NONE, formatting: true },
}

test.each(Object.entries(answersOf(DELTAS)))('%s: all of it is there in the end, drawn as what it is, and nothing is fetched', async (name, text) => {
  const { page } = talking.app
  const seen: string[] = []
  // Our own fonts are in the package.
  const note = (request: { readonly url: () => string }) => request.url().startsWith('app://parley/') || seen.push(request.url())
  page.on('request', note)
  const frames = await framesWhile(talking, text)
  page.off('request', note)
  const shown = await page.locator('[data-testid="item"][data-role="assistant"] .said').first().evaluate((said) => ({
    rows: said.querySelectorAll('tbody tr').length,
    code: said.querySelector('pre code')?.textContent.split('\n').length ?? 0,
    links: said.querySelectorAll('[role="link"]').length,
    formatting: document.querySelector('[data-testid="show-formatting"]') !== null,
    outside: said.querySelectorAll('img, script, iframe, [href], [src]').length,
  }))
  console.log(`${name}: ${String(frames.length)} frames, the longest ${Math.max(...frames).toFixed(0)} ms; ${String(text.length)} characters`)
  expect({ ...shown, seen }).toEqual({ ...EXPECTED[name], outside: 0, seen: [] })
})
