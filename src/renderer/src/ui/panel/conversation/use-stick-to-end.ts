import { type RefObject, useEffect, useState } from 'react'

/** Within this many pixels of the end counts as the end: zoomed pages never reach it exactly. */
const NEAR_PX = 24

const atEnd = (box: HTMLElement): boolean => box.scrollHeight - box.scrollTop - box.clientHeight <= NEAR_PX

const toEnd = (box: HTMLElement): void => box.scrollTo({ top: box.scrollHeight })

/** A press that unfolds something in the conversation. */
const unfolds = ({ target }: Event): boolean => target instanceof Element && target.closest('[aria-expanded="false"], details:not([open]) > summary') !== null

interface StickToEnd {
  readonly stuck: boolean
  readonly goToEnd: () => void
}

/** Keeps the newest in sight while box or content change size, unless the person scrolled up to read, or unfolds something longer: what they press does not run away. */
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
    let reads = false
    const resized = () => {
      if (!following) return
      if (!reads) return toEnd(box)
      following = atEnd(box)
      setStuck(following)
    }
    const pressed = (event: Event) => {
      if (!unfolds(event)) return
      reads = true
      requestAnimationFrame(() => requestAnimationFrame(() => (reads = false))) // by then it has its new size
    }
    const sizes = new ResizeObserver(resized)
    content.addEventListener('click', pressed, { capture: true })
    sizes.observe(box)
    sizes.observe(content)
    box.addEventListener('scroll', scrolled, { passive: true })
    return () => {
      sizes.disconnect()
      box.removeEventListener('scroll', scrolled)
      content.removeEventListener('click', pressed, { capture: true })
    }
  }, [boxRef, contentRef])
  const goToEnd = () => {
    if (boxRef.current !== null) toEnd(boxRef.current)
  }
  return { stuck, goToEnd }
}
