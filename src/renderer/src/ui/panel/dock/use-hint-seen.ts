import { useEffect } from 'react'
import type { Hint } from '../../../../../shared/settings/hints'

/** Shorter than this nobody reads it: a tap, or a hand that changes its mind. */
const READ_MS = 800

const isUnseen = (): boolean => document.documentElement.hasAttribute('data-unseen')

/** Tells when an instruction has stood there to be read, as it goes; so it stays whole the last time, too. */
export function useHintSeen(hint: Hint | null, seen: (hint: Hint) => void): void {
  useEffect(() => {
    if (hint === null) return
    const [since, unseen] = [performance.now(), isUnseen()]
    return () => {
      if (!unseen && performance.now() - since >= READ_MS) seen(hint)
    }
  }, [hint, seen])
}
