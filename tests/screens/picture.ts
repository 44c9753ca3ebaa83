import type { Page } from 'playwright'
import type { Share } from './paper'
import type { Stage } from './stage'

export interface Picture {
  readonly png: Buffer
  readonly shares: readonly Share[]
}

/** No more colours than can be paper; the others are the edges of letters. */
const COLOURS = 12

/** As the window is on the screen: Playwright's own pictures do not know the window's zoom. */
export async function look({ app: { electron } }: Stage, page: Page): Promise<Picture> {
  // No function in here may have a name, see answerDialogs.
  const { base64, counts } = await electron.evaluate(async ({ BrowserWindow }, url) => {
    const window = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL() === url)
    if (window === undefined) throw new Error(`There is no window with ${url}.`)
    const image = await window.webContents.capturePage()
    const pixels = image.toBitmap() // blue, green, red, alpha
    const found = new Map<number, number>()
    for (let at = 0; at < pixels.length; at += 4) {
      if (pixels[at + 3] === 255) found.set(pixels.readUIntLE(at, 3), (found.get(pixels.readUIntLE(at, 3)) ?? 0) + 1)
    }
    return { base64: image.toPNG().toString('base64'), counts: [...found] }
  }, page.url())
  const all = counts.reduce((sum, [, count]) => sum + count, 0)
  const shares = counts.toSorted(([, a], [, b]) => b - a).slice(0, COLOURS).map(([colour, count]): Share => [`#${colour.toString(16).padStart(6, '0')}`, count / all])
  return { png: Buffer.from(base64, 'base64'), shares }
}
