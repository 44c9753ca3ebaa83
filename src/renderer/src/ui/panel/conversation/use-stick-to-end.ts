import { type RefObject, useEffect, useState } from 'react'

/** Within this many pixels of the end counts as the end: zoomed pages never reach it exactly. */
const NEAR_PX = 24

const atEnd = (box: HTMLElement): boolean => box.scrollHeight - box.scrollTop - box.clientHeight <= NEAR_PX

const toEnd = (box: HTMLElement): void => box.scrollTo({ top: box.scrollHeight })

interface StickToEnd {
  readonly stuck: boolean
  readonly goToEnd: () => void
}

/** Keeps the newest in sight while box or content change size, unless the person scrolled up to read. */
export function useStickToEnd(boxRef: RefObject<HTMLElement | null>, contentRef: RefObject<HTMLElement | null>): StickToEnd {
  const [stuck, setStuck] = useState(true)
  useEffect(() => {
    const [box, content] = [boxRef.current, contentRef.current]
    if (box === null || content === null) return
    let following = true
    let laidOut = ''
    /** Sizes that change (another zoom, an item measured for the first time) scroll too; only a person's scrolling counts. */
    const scrolled = () => {
      const now = `${String(box.scrollHeight)} ${String(box.clientHeight)}`
      const moved = now !== laidOut
      laidOut = now
      if (moved && following) return toEnd(box)
      following = atEnd(box)
      setStuck(following)
    }
    const sizes = new ResizeObserver(() => following && toEnd(box))
    sizes.observe(box)
    sizes.observe(content)
    box.addEventListener('scroll', scrolled, { passive: true })
    return () => {
      sizes.disconnect()
      box.removeEventListener('scroll', scrolled)
    }
  }, [boxRef, contentRef])
  const goToEnd = () => {
    if (boxRef.current !== null) toEnd(boxRef.current)
  }
  return { stuck, goToEnd }
}
