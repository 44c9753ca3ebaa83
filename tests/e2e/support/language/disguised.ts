import type { Page } from 'playwright'

/** What a screen shows that is in no catalogue, and what of it is cut. */
export interface Judged {
  readonly outside: readonly string[]
  readonly cut: readonly string[]
}

/** Words that are not ours: of the person, a server or a file (`bdi`), a key as it is printed, a name of what a tool is given. */
const FOREIGN = 'kbd, code, pre, bdi, time, textarea, datalist, svg, [data-heard], button[name$="Key"], [data-testid="tool-line-facts"] dt'

/**
 * Looks at a page that speaks English in disguise: every message stands between brackets, so a word outside of them is said by nobody. A
 * message whose parts are drawn in several elements is put together by the block it stands in. Cut is what its own box, or one around
 * it that does not scroll, has no room for.
 */
export const judgeWords = (page: Page): Promise<Judged> => page.evaluate(judge, FOREIGN)

/** Runs in the page. */
function judge(foreign: string): Judged {
  const ATTRIBUTES = ['aria-label', 'title', 'placeholder', 'alt', 'aria-valuetext'] as const
  const withoutMessages = (text: string): string => {
    const rest = text.replace(/\[[^[\]]*\]/g, '')
    return rest === text ? text : withoutMessages(rest)
  }
  const hasWord = (text: string): boolean => /[a-z]{3}/i.test(withoutMessages(text))
  const isInline = (element: Element): boolean => getComputedStyle(element).display.startsWith('inline') && !(element instanceof HTMLButtonElement)
  const blockOf = (element: Element): Element => (isInline(element) && element.parentElement !== null ? blockOf(element.parentElement) : element)

  const shown = [...document.querySelectorAll<HTMLElement>('body *')].filter((element) => element.closest(foreign) === null && element.checkVisibility())
  const texts = shown.flatMap((element) => [...element.childNodes].filter((node) => node instanceof Text).filter(({ data }) => data.trim() !== ''))
  const blocks = new Map<Element, string>()
  for (const text of texts) {
    const block = blockOf(text.parentElement ?? document.body)
    blocks.set(block, `${blocks.get(block) ?? ''}${text.data}`)
  }
  const attributes = shown.flatMap((element) => ATTRIBUTES.flatMap((name) => element.getAttribute(name) ?? []).filter((text) => text !== element.textContent))
  const outside = [...blocks.values(), ...attributes].filter(hasWord).map((text) => text.trim())

  const isHeardOnly = (element: Element): boolean => element.closest('.only-heard') !== null
  const isCutBy = (box: Element, rect: DOMRect): boolean => {
    const { overflowX, overflowY } = getComputedStyle(box)
    const { left, right, top, bottom } = box.getBoundingClientRect()
    const closed = (overflow: string) => overflow === 'hidden' || overflow === 'clip'
    return (closed(overflowX) && (rect.right > right + 1 || rect.left < left - 1)) || (closed(overflowY) && !['auto', 'scroll'].includes(overflowX) && (rect.bottom > bottom + 1 || rect.top < top - 1))
  }
  const boxesAround = (element: Element | null): readonly Element[] => {
    if (element === null || element === document.documentElement) return []
    const { overflowX, overflowY } = getComputedStyle(element)
    return ['auto', 'scroll'].includes(overflowX) || ['auto', 'scroll'].includes(overflowY) ? [element] : [element, ...boxesAround(element.parentElement)]
  }
  const isCut = (text: Text): boolean => {
    const element = text.parentElement
    if (element === null || isHeardOnly(element) || element.closest('table') !== null) return false
    if (getComputedStyle(element).overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1) return true
    const range = document.createRange()
    range.selectNodeContents(text)
    const rect = range.getBoundingClientRect()
    return rect.width > 0 && boxesAround(element).some((box) => isCutBy(box, rect))
  }
  const cut = texts.filter(isCut).map((text) => `${text.parentElement?.className ?? ''}: ${text.data.trim()}`)
  return { outside: [...new Set(outside)], cut: [...new Set(cut)] }
}
