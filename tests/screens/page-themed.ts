import type { Page } from 'playwright'
import type { Theme } from '../support/look/tokens'

/** Longer ones (a ring that fills, a wave) are what the picture is of. */
const FADES_MS = 1_000
const POLL_MS = 25

/** The page knows its theme, and what fades to it has faded. */
export async function pageThemed(page: Page, theme: Theme): Promise<void> {
  await page.waitForFunction(([wanted, longest]) => {
    if (!matchMedia(`(prefers-color-scheme: ${wanted})`).matches) return false
    return document.getAnimations().every(({ playState, effect }) => playState !== 'running' || Number(effect?.getComputedTiming().endTime) > longest)
  }, [theme, FADES_MS] as const, { polling: POLL_MS })
}
