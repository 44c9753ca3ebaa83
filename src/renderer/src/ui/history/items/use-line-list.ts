import { defaultRangeExtractor, type ReactVirtualizer, useVirtualizer, type VirtualItem } from '@tanstack/react-virtual'
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { sharedShift, type LinePlace } from '../../../state/history/conversations/shared-shift'

interface LineListOptions {
  readonly box: RefObject<HTMLElement | null>
  /** In order; another array means that lines came, went or moved. */
  readonly keys: readonly string[]
  readonly height: (index: number) => number
  /** Drawn even out of sight: the line that `aria-activedescendant` names must exist. -1: none. */
  readonly active: number
  /** Called when the end comes near. */
  readonly nearEnd?: () => void
}

interface LineList {
  readonly lines: readonly VirtualItem[]
  readonly total: number
}

const NEAR = 40

/** A list of lines whose heights are known: only those in sight are drawn, and what is read stays in place when lines come or go above. */
export function useLineList({ box, keys, height, active, nearEnd }: LineListOptions): LineList {
  const count = keys.length
  const virtual = useVirtualizer<HTMLElement, HTMLElement>({
    count,
    getScrollElement: () => box.current,
    estimateSize: height,
    getItemKey: (index) => keys[index] ?? index,
    overscan: 8,
    rangeExtractor: (range) => withActive(defaultRangeExtractor(range), active, count),
  })
  useSteadyLines(virtual, box, keys)
  const activeKey = keys[active]
  useEffect(() => {
    if (active !== -1) virtual.scrollToIndex(active, { align: 'auto' })
  }, [activeKey])
  const end = virtual.range?.endIndex ?? 0
  useEffect(() => {
    if (count > 0 && end >= count - NEAR) nearEnd?.()
  }, [count, end, nearEnd])
  return { lines: virtual.getVirtualItems(), total: virtual.getTotalSize() }
}

/** The lines in sight keep their place on the screen; only at the very top new ones shall be seen. */
function useSteadyLines(virtual: ReactVirtualizer<HTMLElement, HTMLElement>, box: RefObject<HTMLElement | null>, keys: readonly string[]): void {
  const seen = useRef<{ readonly keys: readonly string[]; readonly places: readonly LinePlace[] }>({ keys, places: [] })
  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return
    if (seen.current.keys !== keys && element.scrollTop > 0) {
      const index = new Map(keys.map((key, at) => [key, at]))
      const shift = sharedShift(seen.current.places, (key) => virtual.measurementsCache[index.get(key) ?? -1]?.start)
      if (shift !== 0) virtual.scrollToOffset(element.scrollTop + shift)
    }
    const [top, bottom] = [element.scrollTop, element.scrollTop + element.clientHeight]
    const places = virtual.getVirtualItems().filter(({ start, end }) => end > top && start < bottom).map(({ key, start }) => ({ key: String(key), start }))
    seen.current = { keys, places }
  })
}

export function withActive(range: number[], active: number, count: number): number[] {
  if (active < 0 || active >= count || range.includes(active)) return range
  return [...range, active].sort((a, b) => a - b)
}
