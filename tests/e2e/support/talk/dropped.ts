import type { Page } from 'playwright'

const MIDDLE = { x: 200, y: 300 }
const COPY = 1

/** Files dragged from outside over the middle of the panel, and let go there: input of the browser, not of the page's scripts. */
export async function drop(page: Page, files: readonly string[], over: () => Promise<void> = () => Promise.resolve()): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  const drag = (type: 'dragEnter' | 'dragOver' | 'drop') =>
    devtools.send('Input.dispatchDragEvent', { type, ...MIDDLE, data: { items: [], files: [...files], dragOperationsMask: COPY } })
  await drag('dragEnter')
  await drag('dragOver')
  await over()
  await drag('drop')
  await devtools.detach()
}
