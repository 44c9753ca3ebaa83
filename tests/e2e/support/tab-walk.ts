import type { Page } from 'playwright'

/** One stop of the Tab key: what it is called, and whether a person can see that it is there. */
export interface Stop {
  readonly name: string
  readonly seen: boolean
}

/** More than any screen of ours has. */
const MOST_STOPS = 60

/** Presses Tab from the beginning of the page until it comes round again. */
export async function tabWalk(page: Page): Promise<readonly Stop[]> {
  await page.evaluate(() => {
    document.body.tabIndex = -1
    document.body.focus()
    document.body.removeAttribute('tabindex')
  })
  const stops: Stop[] = []
  while (stops.length < MOST_STOPS) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(focused)
    if (stop === null) continue // the end of the page, between the last stop and the first
    if (stops.some(({ name }) => name === stop.name)) return stops
    stops.push(stop)
  }
  throw new Error(`Tab found no end: ${stops.map(({ name }) => name).join(', ')}`)
}

/** Runs in the page. Seen: in the window, and with a ring around it, its own or that of what holds it. */
function focused(): { name: string; seen: boolean } | null {
  const at = document.activeElement
  if (!(at instanceof HTMLElement) || at === document.body) return null
  const ringed = (element: Element | null): boolean => {
    if (element === null || element === document.body) return false
    const { outlineStyle, outlineWidth } = getComputedStyle(element)
    return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1) || ringed(element.parentElement)
  }
  const by = document.getElementById(at.getAttribute('aria-activedescendant') ?? '') // a list that keeps the focus rings the row where the keys are
  const box = at.getBoundingClientRect()
  const inside = box.width > 0 && box.bottom > 0 && box.top < window.innerHeight && box.right > 0 && box.left < window.innerWidth
  const name = at.dataset['testid'] ?? at.getAttribute('name') ?? at.getAttribute('aria-label') ?? at.id
  return { name: at.dataset['item'] === undefined ? name : 'message', seen: inside && (ringed(at) || ringed(by)) }
}
