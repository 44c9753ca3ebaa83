import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'
import type { Theme } from '../../../../src/shared/settings'
import type { App } from './app'
import { changeSettings } from './change-settings'

/** Base UI's own: whoever tabs onto one is handed on to where the focus belongs, and never stays there. */
const FOCUS_GUARDS = '[data-base-ui-focus-guard]'

/** What fades is judged when it has: two frames later everything that moves has begun to, and what is paused or has no end is not waited for. */
const settled = (page: Page) =>
  page.evaluate(async () => {
    for (let frames = 0; frames < 2; frames += 1) await new Promise((resolve) => { requestAnimationFrame(resolve) })
    const moving = document.getAnimations().filter(({ playState, effect }) => playState === 'running' && effect?.getComputedTiming().iterations !== Infinity)
    await Promise.all(moving.map((animation) => animation.finished.catch(() => undefined)))
  })

/** What axe finds on a page, in both themes: rule and place. Legacy mode: an Electron app opens no helper page for axe. */
export async function axeFaults(app: App, page: Page): Promise<readonly string[]> {
  const faults: string[] = []
  for (const theme of ['light', 'dark'] as const satisfies readonly Theme[]) {
    await changeSettings(app, { theme })
    await page.waitForFunction((dark) => window.matchMedia('(prefers-color-scheme: dark)').matches === dark, theme === 'dark')
    await settled(page)
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).exclude(FOCUS_GUARDS).analyze()
    faults.push(...violations.flatMap(({ id, nodes }) => nodes.map((node) => `${theme}: ${id}: ${node.target.join(' ')} ${node.any[0]?.message ?? ''}`)))
  }
  return faults
}
