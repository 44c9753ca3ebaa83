import type { ToolList, ToolPreferencesApi } from '../../../../shared/ipc/tools'
import { errorWords } from '../../../../shared/errors/error-words'
import { createStore, type ReadonlyStore } from '../../store/store'

export interface ToolLists {
  /** Null until it was asked for. */
  readonly list: ReadonlyStore<ToolList | null>
  /** Each resolves to null, or to the sentence that says why not. */
  readonly load: () => Promise<string | null>
  readonly turn: (name: string, on: boolean) => Promise<string | null>
  readonly forget: (rule: string) => Promise<string | null>
  readonly chooseNotes: () => Promise<string | null>
  readonly resetNotes: () => Promise<string | null>
}

/** The tools there are and what is allowed for good; main answers each change with all of it. */
export function createToolLists(source: Pick<ToolPreferencesApi, 'tools' | 'switchTool' | 'forgetRule' | 'chooseNotesFolder' | 'resetNotesFolder'>): ToolLists {
  const list = createStore<ToolList | null>(null)
  const take = async (asked: ReturnType<ToolPreferencesApi['tools']>) => {
    const answer = await asked
    if (answer.ok) list.set(answer.value)
    return answer.ok ? null : errorWords(answer.error.tag)
  }
  return {
    list,
    load: () => take(source.tools()),
    turn: (name, on) => take(source.switchTool(name, on)),
    forget: (rule) => take(source.forgetRule(rule)),
    chooseNotes: () => take(source.chooseNotesFolder()),
    resetNotes: () => take(source.resetNotesFolder()),
  }
}
