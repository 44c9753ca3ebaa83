import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useState } from 'react'
import { type ListBox, NO_ROW, type Rows, type RowVirtualizer, withRow } from './rows'

interface RowsFromEnd {
  readonly box: ListBox
  readonly keys: readonly string[]
  /** Near enough that the scroll bar does not lie much; each row is measured when it comes into sight. */
  readonly px: (index: number) => number
  readonly active: number
  /** Where to begin, once; `NO_ROW`: at the end. */
  readonly first: number
  /** Called when the beginning comes near; null: there is no more. */
  readonly nearStart: (() => Promise<void>) | null
}

/** Older rows are asked for when fewer than these are left above. */
const NEAR = 30
/** Within this many pixels of the end counts as the end: zoomed pages never reach it exactly. */
const END_PX = 24
/** Above the first, between two, below the last. */
const AIR = { paddingStart: 20, gap: 18, paddingEnd: 16 } as const

/** Rows of any height. The newest end is the fixed one: older ones come in above without a jump, new ones are followed only at the end. */
export function useRowsFromEnd({ box, keys, px, active, first, nearStart }: RowsFromEnd): Rows {
  const count = keys.length
  const virtual = useVirtualizer<HTMLElement, HTMLElement>({
    count,
    getScrollElement: () => box.current,
    estimateSize: px,
    getItemKey: (index) => keys[index] ?? index,
    anchorTo: 'end',
    followOnAppend: true,
    scrollEndThreshold: END_PX,
    overscan: 6,
    ...AIR,
    rangeExtractor: withRow(active, count),
  })
  useLayoutEffect(() => {
    if (first === NO_ROW) virtual.scrollToEnd()
    else virtual.scrollToIndex(first, { align: 'center' })
    // Once; afterwards the person scrolls.
  }, [])
  useStuckToEnd(virtual, box, first === NO_ROW)
  useNearStart(virtual, count, nearStart)
  return { virtual, count, known: false }
}

function useNearStart(virtual: RowVirtualizer, count: number, nearStart: RowsFromEnd['nearStart']): void {
  // At the beginning nothing is laid out yet, and the range is the top by mistake.
  const [settled, setSettled] = useState(false)
  useEffect(() => {
    const frame = requestAnimationFrame(() => requestAnimationFrame(() => setSettled(true)))
    return () => cancelAnimationFrame(frame)
  }, [])
  const start = virtual.range?.startIndex ?? NEAR
  useEffect(() => {
    if (settled && start < NEAR) void nearStart?.()
  }, [settled, start, count, nearStart])
}

/** The box changes its height (a notice comes, the window is drawn larger): who read the newest goes on reading it. */
function useStuckToEnd(virtual: RowVirtualizer, box: ListBox, fromEnd: boolean): void {
  useEffect(() => {
    const element = box.current
    if (element === null) return
    let stuck = fromEnd
    const scrolled = () => (stuck = element.scrollHeight - element.scrollTop - element.clientHeight <= END_PX)
    const sizes = new ResizeObserver(() => stuck && virtual.scrollToEnd())
    sizes.observe(element)
    element.addEventListener('scroll', scrolled, { passive: true })
    return () => {
      sizes.disconnect()
      element.removeEventListener('scroll', scrolled)
    }
  }, [virtual, box, fromEnd])
}
