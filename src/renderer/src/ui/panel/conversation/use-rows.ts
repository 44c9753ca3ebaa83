import { useCallback, useMemo, useState } from 'react'
import type { ConversationItem } from '../../../../../shared/conversation'
import type { RunningTool } from '../../../../../shared/tools/view'
import { type Row, rowsOf } from './rows'

interface Rows {
  readonly rows: readonly Row[]
  readonly toggle: (fold: string) => void
}

/** The rows of the list, and which folds the person has opened in this window. */
export function useRows(items: readonly ConversationItem[], running: readonly RunningTool[]): Rows {
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const toggle = useCallback((fold: string) => setOpened((before) => {
    const after = new Set(before)
    if (!after.delete(fold)) after.add(fold)
    return after
  }), [])
  const rows = useMemo(() => rowsOf(items, new Set(running.map(({ item }) => item)), opened), [items, running, opened])
  return { rows, toggle }
}
