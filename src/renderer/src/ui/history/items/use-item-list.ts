import { defaultRangeExtractor, type ReactVirtualizer, useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect, useLayoutEffect, useState } from 'react'
import type { PlacedItem } from '../../../../../shared/ipc/history'
import type { OpenConversation } from '../../../state/history/conversations/open-conversation'
import { withActive } from './use-line-list'

interface ItemListOptions {
  readonly box: RefObject<HTMLElement | null>
  readonly conversation: OpenConversation
  /** Index of the item the keys are at; -1: none. */
  readonly active: number
  readonly loadOlder: () => Promise<void>
}

export type ItemVirtualizer = ReactVirtualizer<HTMLElement, HTMLElement>

/** Older items are asked for when fewer than these are left above. */
const NEAR = 30
/** Within this many pixels of the end counts as the end: zoomed pages never reach it exactly. */
const END_PX = 24

/** Items of any height. The newest end is the fixed one: older items come in above without a jump, new ones are followed only at the end. */
export function useItemList({ box, conversation, active, loadOlder }: ItemListOptions): ItemVirtualizer {
  const { rows, more } = conversation.items
  const virtual = useVirtualizer<HTMLElement, HTMLElement>({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: (index) => estimate(rows[index]),
    getItemKey: (index) => rows[index]?.item.id ?? index,
    anchorTo: 'end',
    followOnAppend: true,
    scrollEndThreshold: END_PX,
    overscan: 6,
    gap: 12,
    paddingStart: 12,
    paddingEnd: 16,
    rangeExtractor: (range) => withActive(defaultRangeExtractor(range), active, rows.length),
  })
  useLayoutEffect(() => {
    const target = conversation.target === null ? -1 : rows.findIndex(({ item }) => item.id === conversation.target)
    if (target === -1) virtual.scrollToEnd()
    else virtual.scrollToIndex(target, { align: 'center' })
    // Once, when the conversation is opened; afterwards the person scrolls.
  }, [])
  useStuckToEnd(virtual, box, conversation.target === null)
  // At the beginning nothing is laid out yet, and the range is the top by mistake.
  const [settled, setSettled] = useState(false)
  useEffect(() => {
    const frame = requestAnimationFrame(() => requestAnimationFrame(() => setSettled(true)))
    return () => cancelAnimationFrame(frame)
  }, [])
  const start = virtual.range?.startIndex ?? NEAR
  useEffect(() => {
    if (settled && more && start < NEAR) void loadOlder()
  }, [settled, more, start, rows.length, loadOlder])
  return virtual
}

/** The box changes its height (a notice comes, the window is drawn larger): who read the newest goes on reading it. */
function useStuckToEnd(virtual: ItemVirtualizer, box: RefObject<HTMLElement | null>, fromEnd: boolean): void {
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

const LINE_PX = 22
const CHARACTERS_PER_LINE = 62

/** Near enough that the scrollbar does not lie much; each item is measured when it comes into sight. */
function estimate(row: PlacedItem | undefined): number {
  if (row === undefined || row.item.kind === 'tool') return 30
  const lines = Math.max(1, Math.ceil(row.item.text.length / CHARACTERS_PER_LINE))
  return lines * LINE_PX + 18
}
