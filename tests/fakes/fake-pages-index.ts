import type { EmbedderAccess, KnowledgeIndex } from '../../src/main/knowledge/core/ports'
import { appError, type AppError, type ErrorTag } from '../../src/shared/errors/errors'
import type { Page } from '../../src/shared/history'
import type { KnowledgeFile, KnowledgeFolder, KnowledgeStatus, SentText } from '../../src/shared/knowledge/passages'
import { err, ok, type Result } from '../../src/shared/result'

type Answer<T> = Promise<Result<T, AppError>>

/** What the pages want of an index, in memory. It throws on what no caller may do: two folders in one place, files of a folder it was never told of. */
export class FakePagesIndex implements Pick<KnowledgeIndex, 'setFolders' | 'setEmbedder' | 'files' | 'locate' | 'sent' | 'forgetSent'> {
  readonly calls: string[] = []
  folders: readonly KnowledgeFolder[] = []
  access: EmbedderAccess | null = null
  state: KnowledgeStatus = { folders: [], now: null, embedding: null, characters: 0, bytesOnDisk: 0, rebuilt: false, idle: true, retryInMs: null }
  fileRows: readonly KnowledgeFile[] = []
  located = new Map<string, string>()
  sentRows: readonly SentText[] = []
  /** Null: nothing fails. */
  failure: ErrorTag | null = null

  setFolders(folders: readonly KnowledgeFolder[]): Answer<null> {
    if (new Set(folders.map(({ path }) => path)).size < folders.length) throw new Error('two folders in one place')
    return this.answer(`setFolders ${folders.map(({ name }) => name).join(' ')}`.trim(), () => {
      this.folders = folders
      return null
    })
  }

  setEmbedder(access: EmbedderAccess | null): void {
    this.calls.push(`setEmbedder ${access === null ? 'none' : `${access.url} ${access.secret ?? 'without key'}`}`)
    this.access = access
  }

  files(folder: string, only: 'all' | 'unread', after: string | null, limit: number): Answer<Page<KnowledgeFile>> {
    if (!this.folders.some(({ id }) => id === folder)) throw new Error(`no such folder: ${folder}`)
    return this.answer(`files ${folder} ${only}`, () => {
      const rows = this.fileRows.filter((row) => row.folder === folder && (only === 'all' || row.state.kind === 'unread' || row.state.kind === 'partly') && (after === null || row.path > after))
      return { rows: rows.slice(0, limit), more: rows.length > limit }
    })
  }

  locate(folder: string, path: string): Answer<string | null> {
    return this.answer('locate', () => this.located.get(`${folder} ${path}`) ?? null)
  }

  sent(): Answer<readonly SentText[]> {
    return this.answer('sent', () => this.sentRows)
  }

  forgetSent(ids: readonly string[]): Answer<null> {
    return this.answer(`forgetSent ${ids.join(' ')}`, () => {
      this.sentRows = this.sentRows.filter(({ id }) => !ids.includes(id))
      return null
    })
  }

  private async answer<T>(call: string, give: () => T): Answer<T> {
    this.calls.push(call)
    return this.failure === null ? ok(give()) : err(appError(this.failure))
  }
}
