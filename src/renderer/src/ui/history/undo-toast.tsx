import { useMemo } from 'react'
import { say } from '../../../../shared/words/say'
import { removalWords, type Undo, UNDO_MS } from '../../state/history/undo'
import { useStore } from '../../store/use-store'
import { type StandingToast, useStandingToast } from '../parts/layers/toasts'
import { nobodyHasFocus } from '../parts/layers/use-kept-focus'
import { focusList } from './focus'

/** What was deleted last, for as long as it can come back. */
export function UndoToast({ undo }: { readonly undo: Undo }) {
  const removals = useStore(undo.removals)
  const toast = useMemo((): StandingToast | null => {
    const last = removals.at(-1)
    if (last === undefined) return null
    return {
      words: removalWords(last),
      ...(removals.length > 1 && { more: say('history.deleted-before', { count: removals.length - 1 }) }),
      back: { words: say('common.undo'), hint: say('common.key-undo'), action: undo.undo },
      ms: UNDO_MS,
      gone: () => requestAnimationFrame(() => nobodyHasFocus() && focusList()),
    }
  }, [removals, undo])
  useStandingToast(toast)
  return null
}
