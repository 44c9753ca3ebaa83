import { useEffect, useState } from 'react'
import type { Block } from '../../../../../shared/markdown/blocks'
import { pageTimers } from '../../../time/page-timers'
import { GrowingBlocks } from './growing-blocks'

/** A text taken apart; what is finished of it is not taken apart again. `grows`: more may come. */
export function useBlocks(text: string, grows: boolean): readonly Block[] {
  const [growing] = useState(() => new GrowingBlocks(pageTimers.now))
  const [, drawAgain] = useState(0)
  const { blocks, waitMs } = growing.at(text, grows)
  useEffect(() => (waitMs > 0 ? pageTimers.after(waitMs, () => drawAgain((count) => count + 1)) : undefined), [waitMs, text])
  return blocks
}
