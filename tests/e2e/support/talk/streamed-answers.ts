import type { Page } from 'playwright'
import { msToSamples } from '../../../../src/shared/audio/audio-format'
import type { PracticeApp } from '../app/practice-app'
import { until } from '../app/until'
import { newTalk } from './typed-talk'

/** Answers that come at a hundred deltas a second, and how the panel paints meanwhile. */

const DELTAS_PER_S = 100
/** Of sound, in each delta. */
const CHUNK_MS = 100
/** One word in each delta, whose sound is as long as the delta's. */
export const HUNDRED_A_SECOND = { speed: (CHUNK_MS * DELTAS_PER_S) / 1_000, thinkMs: 0, chunkMs: CHUNK_MS, burst: 1 }

const END = 'The-end.'
const LIMIT_MS = 180_000

const times = (count: number, word: (at: number) => string): string => Array.from({ length: count }, (_, at) => word(at)).join('')

/** So many deltas each; what has no white space inside is one. */
export const answersOf = (deltas: number) => ({
  'a table': `|n|of|\n|-:|-|\n${times(deltas, (at) => `|${String(at)},000|\`row\`of-it|\n`)}\n`,
  'an unclosed fence': `\`\`\`js\n${times(deltas, (at) => `let_word${String(at)}=it*all;\n`)}`,
  'all kinds': times(deltas, (at) => (at % 12 === 0 ? `\n\n##${String.fromCharCode(160)}` : at % 6 === 0 ? '\n\n- ' : '') + (at % 4 === 0 ? `**word${String(at)}** ` : `\`word\`-of-[it](https://example.com) `)),
  '1 MB': times(deltas, (at) => `${'*word*-'.repeat(Math.ceil(1_000_000 / deltas / 7))}${String(at)} `),
})

/** The same words and lines without a mark. */
export const plainOf = (text: string): string => text.replace(/[^\p{L}\p{N}\s]/gu, 'x')

const silence = (text: string): Buffer => Buffer.alloc(msToSamples(CHUNK_MS * (text.match(/\s*\S+\s*/gu) ?? []).length) * 2)

const answers = (page: Page) => page.locator('[data-testid="item"][data-role="assistant"]')

/** The time between frames while `text` streams into a conversation of its own, ms. */
export async function framesWhile({ app, practice }: PracticeApp, text: string): Promise<readonly number[]> {
  const { page, trace } = app
  await page.evaluate('globalThis.__name = (named) => named') // tsx marks every inner function with it
  await newTalk(app)
  await answers(page).first().waitFor({ state: 'detached' })
  const whole = text + END
  practice.addScript([{ outputs: [{ kind: 'say', text: whole, audio: silence(whole) }] }])
  const since = trace.now()
  await page.evaluate(() => window.assistant.sendText('Go on.'))
  await answers(page).locator('.said').first().waitFor()
  const seen = await page.evaluateHandle(() => {
    const frames: number[] = []
    let [last, on] = [performance.now(), true]
    requestAnimationFrame(function frame(now) {
      frames.push(now - last)
      last = now
      if (on) requestAnimationFrame(frame)
    })
    return { stop: () => { on = false; return frames.slice(1) } }
  })
  await until('the end of the answer', async () => (await answers(page).last().getAttribute('data-status')) !== 'in-progress', LIMIT_MS)
  const frames = await seen.evaluate(({ stop }) => stop())
  await page.evaluate(() => window.assistant.cancel())
  await trace.untilPhase('idle', { since })
  return frames
}
