import { useState } from 'react'
import type { Check } from './checks'

interface SavedEditOptions {
  readonly value: string
  readonly check: Check
  readonly save: (text: string) => Promise<string | null>
}

interface SavedEdit {
  readonly text: string
  readonly problem: string | null
  readonly change: (text: string) => void
  readonly commit: () => Promise<void>
}

/** An edit counts only against the value it was begun on: as soon as main has another value, that one is shown. */
export function useSavedEdit({ value, check, save }: SavedEditOptions): SavedEdit {
  const [edit, setEdit] = useState({ base: value, text: value })
  const [problem, setProblem] = useState<string | null>(null)
  const text = edit.base === value ? edit.text : value
  const change = (next: string) => {
    setEdit({ base: value, text: next })
    setProblem(null)
  }
  const commit = async () => {
    const wanted = text.trim()
    if (wanted === value) return change(value)
    setProblem(check(wanted) ?? (await save(wanted)))
  }
  return { text, problem, change, commit }
}
