import type { ExportFormat } from '../../../../shared/history'
import type { ConversationId } from '../../../../shared/ids'
import type { HistoryApi } from '../../../../shared/ipc/apis/history-api'
import type { JobView } from '../../../../shared/ipc/history'
import { say } from '../../../../shared/words/say'
import type { Ask } from './ask'
import { createStore, type ReadonlyStore } from '../../store/store'
import { exportWords, importWords } from '../../words/history-words'

/** The running export or import, and how the last one ended. */
export interface Jobs {
  readonly job: ReadonlyStore<JobView>
  readonly outcome: ReadonlyStore<string | null>
  exportConversations(format: ExportFormat, conversations: readonly ConversationId[] | null): Promise<void>
  importConversations(): Promise<void>
  exportLedger(): Promise<void>
  exportActions(): Promise<void>
  exportFacts(): Promise<void>
  cancel(): void
  dismiss(): void
}

type Source = Pick<HistoryApi, 'exportConversations' | 'importConversations' | 'exportLedger' | 'exportActions' | 'exportFacts' | 'cancelJob' | 'onJob'>

export function createJobs(source: Source, ask: Ask): Jobs {
  const job = createStore<JobView>(null)
  const outcome = createStore<string | null>(null)
  source.onJob(job.set)
  /** Answers and pushes take different roads: a push that comes late must not wipe away what was answered. */
  const begin = () => outcome.set(null)
  return {
    job,
    outcome,
    exportConversations: async (format, conversations) => {
      begin()
      const answer = await ask(source.exportConversations(format, conversations))
      if (answer.ok && answer.value !== null) outcome.set(exportWords(answer.value))
    },
    importConversations: async () => {
      begin()
      const answer = await ask(source.importConversations())
      if (answer.ok && answer.value !== null) outcome.set(importWords(answer.value))
    },
    exportLedger: async () => {
      begin()
      const answer = await ask(source.exportLedger())
      if (answer.ok && answer.value !== null) outcome.set(say('history.exported-ledger', { count: answer.value.segments, path: answer.value.path }))
    },
    exportActions: async () => {
      begin()
      const answer = await ask(source.exportActions())
      if (answer.ok && answer.value !== null) outcome.set(say('history.exported-actions', { count: answer.value.actions, path: answer.value.path }))
    },
    exportFacts: async () => {
      begin()
      const answer = await ask(source.exportFacts())
      if (answer.ok && answer.value !== null) outcome.set(say('history.exported-facts', { count: answer.value.facts, path: answer.value.path }))
    },
    cancel: () => void ask(source.cancelJob()),
    dismiss: () => outcome.set(null),
  }
}
