import type { ToolList, ToolPreferencesApi } from '../../../../shared/ipc/tools'
import { errorWords } from '../../../../shared/errors/error-words'
import type { Unsubscribe } from '../../../../shared/ipc/channel'
import { createStore, type ReadonlyStore } from '../../store/store'

export interface ToolLists {
  /** Null until it was asked for. */
  readonly list: ReadonlyStore<ToolList | null>
  /** Asks, and again whenever it is different. */
  readonly open: () => Unsubscribe
  /** Each resolves to null, or to the sentence that says why not. */
  readonly turn: (name: string, on: boolean) => Promise<string | null>
  readonly forget: (rule: string) => Promise<string | null>
  readonly chooseNotes: () => Promise<string | null>
  readonly resetNotes: () => Promise<string | null>
}

/** The tools there are and what is allowed for good; main answers each change with all of it. */
export function createToolLists(source: Pick<ToolPreferencesApi, 'tools' | 'onToolsChanged' | 'switchTool' | 'forgetRule' | 'chooseNotesFolder' | 'resetNotesFolder'>): ToolLists {
  const list = createStore<ToolList | null>(null)
  const take = async (asked: ReturnType<ToolPreferencesApi['tools']>) => {
    const answer = await asked
    if (answer.ok) list.set(answer.value)
    return answer.ok ? null : errorWords(answer.error.tag)
  }
  return {
    list,
    open: () => {
      const load = () => void take(source.tools())
      load()
      return source.onToolsChanged(load)
    },
    turn: (name, on) => take(source.switchTool(name, on)),
    forget: (rule) => take(source.forgetRule(rule)),
    chooseNotes: () => take(source.chooseNotesFolder()),
    resetNotes: () => take(source.resetNotesFolder()),
  }
}
