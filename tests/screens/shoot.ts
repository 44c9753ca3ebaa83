import { writeFile } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { join } from 'node:path'
import type { Page } from 'playwright'
import type { Theme } from '../support/look/tokens'
import { pageThemed } from './page-themed'
import { wrongPaper } from './paper'
import { look } from './picture'
import { change, type Scene, type Stage } from './stage'

const THEMES = ['light', 'dark'] as const satisfies readonly Theme[]
/** Where the mouse points at nothing. */
const AWAY = [1, 300] as const
/** A compositor that is held up shows the frame before; beyond this the picture is wrong for good. */
const PAINTED_WITHIN_MS = 10_000
/** What never stands still (a wave, a ring) is taken as it is. */
const STILL_LOOKS = 6
const BETWEEN_LOOKS_MS = 60

export interface Taken {
  readonly pictures: number
  readonly failed: readonly { readonly scene: string; readonly why: string }[]
}

/** A scene that cannot be made is told; the others are taken all the same. */
export async function takeAll(stage: Stage, scenes: readonly Scene[], folder: string): Promise<Taken> {
  const failed: { scene: string; why: string }[] = []
  let pictures = 0
  for (const scene of scenes) {
    try {
      await letGoOfAll(stage)
      pictures += await take(stage, scene, folder)
    } catch (error) {
      failed.push({ scene: `${scene.name} at ${String(stage.zoom * 100)} %`, why: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) })
    }
    await scene.undo?.(stage).catch((error: unknown) => failed.push({ scene: `behind ${scene.name}`, why: String(error) }))
  }
  return { pictures, failed }
}

/** What an earlier scene left behind: a voice, the focus, the mouse over something. */
async function letGoOfAll({ app: { page }, hush }: Stage): Promise<void> {
  await hush()
  await page.mouse.move(...AWAY)
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })
}

async function take(stage: Stage, scene: Scene, folder: string): Promise<number> {
  const page = await scene.prepare(stage)
  for (const theme of THEMES) {
    await change(stage, { theme })
    await pageThemed(page, theme)
    await writeFile(join(folder, `${scene.name}-${theme}-${String(stage.zoom * 100)}.png`), await painted(stage, page, theme))
  }
  return THEMES.length
}

/** The picture that stands still, of those that have the theme; a page that has it is not yet a screen that shows it. */
async function painted(stage: Stage, page: Page, theme: Theme): Promise<Buffer> {
  const place = page.url().endsWith('/indicator.html') ? 'pill' : 'page'
  let right: Buffer[] = []
  for (const end = Date.now() + PAINTED_WITHIN_MS; ; await delay(BETWEEN_LOOKS_MS)) {
    const { png, shares } = await look(stage, page)
    const wrong = wrongPaper(shares, theme, place)
    if (wrong === null && (right.at(-1)?.equals(png) === true || right.length >= STILL_LOOKS)) return png
    if (wrong !== null && Date.now() > end) throw new Error(`The ${theme} picture has not its theme: ${wrong}.`)
    right = wrong === null ? [...right, png] : []
  }
}
