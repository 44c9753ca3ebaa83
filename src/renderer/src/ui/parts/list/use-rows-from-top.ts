import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { type ListBox, type Rows, type RowVirtualizer, withRow } from './rows'
import { type LinePlace, sharedShift } from './shared-shift'

interface RowsFromTop {
  readonly box: ListBox
  /** In order; another array means that rows came, went or moved. */
  readonly keys: readonly string[]
  readonly px: (index: number) => number
  /** The list follows it. */
  readonly active: number
  /** Called when the end comes near. */
  readonly nearEnd?: () => void
}

const NEAR = 40

/** Rows whose heights are known; what is read stays in place when rows come or go above it. */
export function useRowsFromTop({ box, keys, px, active, nearEnd }: RowsFromTop): Rows {
  const count = keys.length
  const virtual = useVirtualizer<HTMLElement, HTMLElement>({
    count,
    getScrollElement: () => box.current,
    estimateSize: px,
    getItemKey: (index) => keys[index] ?? index,
    overscan: 8,
    rangeExtractor: withRow(active, count),
  })
  useSteadyRows(virtual, box, keys)
  const activeKey = keys[active]
  useEffect(() => {
    if (activeKey !== undefined) virtual.scrollToIndex(active, { align: 'auto' })
  }, [activeKey])
  const end = virtual.range?.endIndex ?? 0
  useEffect(() => {
    if (count > 0 && end >= count - NEAR) nearEnd?.()
  }, [count, end, nearEnd])
  return { virtual, count, known: true }
}

/** The rows in sight keep their place on the screen; only at the very top new ones shall be seen. */
function useSteadyRows(virtual: RowVirtualizer, box: ListBox, keys: readonly string[]): void {
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
