import type { ActionStore } from '../../src/main/tools/core/ports'
import type { Page } from '../../src/shared/history'
import type { Action } from '../../src/shared/tools/actions'
import { FakeKnowledgeRecords } from './fake-knowledge-records'
import type { Answer } from './scripted-answers'

/** Actions in memory. It throws on an id that is closed and opened again: nothing runs twice. */
export class FakeActionStore extends FakeKnowledgeRecords implements ActionStore {
  readonly done = new Map<string, Action>()

  saveAction(action: Action): Answer<null> {
    return this.write(`saveAction ${action.tool} ${action.outcome}`, () => {
      if (action.outcome === 'open' && this.done.has(action.id)) throw new Error(`opened twice: ${action.id}`)
      this.done.set(action.id, action)
    })
  }

  actions(before: number | null, limit: number): Answer<Page<Action>> {
    return this.answer(() => {
      const rows = [...this.done.values()].filter(({ at }) => before === null || at < before).sort((a, b) => b.at - a.at)
      return { rows: rows.slice(0, limit), more: rows.length > limit }
    })
  }

  action(id: string): Answer<Action | null> {
    return this.answer(() => this.done.get(id) ?? null)
  }

  /** Writes no file: files are the business of the real store. */
  exportActions(): Answer<number> {
    return this.answer(() => this.done.size)
  }
}
