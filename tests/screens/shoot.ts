import { writeFile } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { change, type Scene, type Stage } from './stage'

const THEMES = ['light', 'dark'] as const
/** Where the mouse points at nothing. */
const AWAY = [1, 300] as const
/** A change of theme or state fades in. */
const SETTLED_MS = 350

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
    await delay(SETTLED_MS)
    await shoot(stage, page, join(folder, `${scene.name}-${theme}-${String(stage.zoom * 100)}.png`))
  }
  return THEMES.length
}

/** As the window is on the screen: Playwright's own pictures do not know the window's zoom. */
async function shoot({ app: { electron } }: Stage, page: Page, path: string): Promise<void> {
  const base64 = await electron.evaluate(async ({ BrowserWindow }, url) => {
    const window = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL() === url)
    if (window === undefined) throw new Error(`There is no window with ${url}.`)
    return (await window.webContents.capturePage()).toPNG().toString('base64')
  }, page.url())
  await writeFile(path, base64, 'base64')
}
