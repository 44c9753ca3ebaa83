import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import type { HeardFeed } from '../../../../../shared/audio/heard-readings'
import { SpokenPainter } from './spoken-painter'

/** Follows with the eye what the loudspeaker says. */
export function useSpokenWord(list: RefObject<HTMLElement | null>, box: RefObject<HTMLElement | null>, heard: HeardFeed, drawn: unknown): void {
  const painter = useRef<SpokenPainter | null>(null)
  useEffect(() => {
    if (list.current === null || box.current === null) return
    const own = new SpokenPainter(list.current, box.current)
    painter.current = own
    const unwatch = heard.watch(() => own.heard(heard.latest))
    return () => {
      unwatch()
      own.close()
      painter.current = null
    }
  }, [list, box, heard])
  // New words are in pencil from their first picture on.
  useLayoutEffect(() => painter.current?.paint(), [drawn])
}
