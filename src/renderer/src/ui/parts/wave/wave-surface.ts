/** What there is to draw with, told by the style system. */
export interface Look {
  readonly ink: string
  /** Canvas px for a CSS px. */
  readonly ratio: number
  /** Nothing shall flow. */
  readonly still: boolean
}

const STILL = '(prefers-reduced-motion: reduce)'
/** What changes the colours of the page, and whether it may move. */
const LOOKS = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(forced-colors: active)', STILL] as const

/**
 * Keeps the canvas as large as it is shown, one pixel of it for one of the screen's, and tells what to draw with, in the colour that
 * the style system has for it, because a canvas knows no variables; null: it is not shown. Looked up only when something may have
 * changed: each look makes the browser work out styles and layout. The answer ends it.
 */
export function followLook(canvas: HTMLCanvasElement, changed: (look: Look | null) => void): () => void {
  let ratio: number | null = null
  const tell = () => changed(ratio === null ? null : { ink: getComputedStyle(canvas).color, ratio, still: matchMedia(STILL).matches })
  const sizes = new ResizeObserver(([entry]) => {
    const [pixels] = entry?.devicePixelContentBoxSize ?? []
    if (entry === undefined || pixels === undefined) return
    canvas.width = pixels.inlineSize
    canvas.height = pixels.blockSize
    ratio = entry.contentRect.width === 0 ? null : pixels.inlineSize / entry.contentRect.width
    tell()
  })
  sizes.observe(canvas, { box: 'device-pixel-content-box' })
  const looks = LOOKS.map((query) => matchMedia(query))
  looks.forEach((look) => look.addEventListener('change', tell))
  return () => {
    sizes.disconnect()
    looks.forEach((look) => look.removeEventListener('change', tell))
  }
}
