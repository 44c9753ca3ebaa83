import type { EmbedderAccess, FolderWatch, KnowledgeIndex } from '../../src/main/knowledge/core/ports'
import { appError, type AppError, type ErrorTag } from '../../src/shared/errors/errors'
import type { Page } from '../../src/shared/history'
import type { KnowledgeFile, KnowledgeFolder, KnowledgeFound, KnowledgeStatus, SentText } from '../../src/shared/knowledge/passages'
import { err, ok, type Result } from '../../src/shared/result'

type Answer<T> = Promise<Result<T, AppError>>

export const IDLE: KnowledgeStatus = { folders: [], now: null, embedding: null, characters: 0, bytesOnDisk: 0, rebuilt: false, idle: true, retryInMs: null }

/**
 * An index without a disk: it does one piece of work for each status it was given, and finds what it was told to find. It throws on what no
 * caller may do: two folders in one place, a folder it was never told of, work while everything is held.
 */
export class FakeKnowledgeIndex implements KnowledgeIndex {
  readonly calls: string[] = []
  folders: readonly KnowledgeFolder[] = []
  access: EmbedderAccess | null = null
  state = IDLE
  /** One for each piece of work. */
  readonly statuses: KnowledgeStatus[] = []
  /** A piece of work takes as long as this. */
  workEnds: Promise<unknown> = Promise.resolve()
  found: KnowledgeFound = { mode: 'words', passages: [] }
  held = false
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

  changed(folder: string, paths: readonly string[] | null): Answer<null> {
    this.known(folder)
    return this.answer(`changed ${folder} ${paths?.join(' ') ?? 'anything'}`, () => null)
  }

  async work(): Answer<KnowledgeStatus> {
    if (this.held) throw new Error('asked for work while everything is held')
    const done = this.answer('work', () => this.statuses.shift() ?? IDLE)
    await this.workEnds
    return done
  }

  hold(on: boolean): void {
    this.held = on
  }

  search(): Answer<KnowledgeFound> {
    return this.answer('search', () => this.found)
  }

  around(): Answer<null> {
    return this.answer('around', () => null)
  }

  files(folder: string, only: 'all' | 'unread', after: string | null, limit: number): Answer<Page<KnowledgeFile>> {
    this.known(folder)
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

  removeEverything(): Answer<null> {
    return this.answer('removeEverything', () => null)
  }

  async close(): Promise<void> {
    this.calls.push('close')
  }

  private known(folder: string): void {
    if (!this.folders.some(({ id }) => id === folder)) throw new Error(`no such folder: ${folder}`)
  }

  private async answer<T>(call: string, give: () => T): Answer<T> {
    this.calls.push(call)
    return this.failure === null ? ok(give()) : err(appError(this.failure))
  }
}

/** What changes on a disk, told by the test. */
export class FakeFolderWatch implements FolderWatch {
  readonly watched = new Map<string, (paths: readonly string[] | null) => void>()

  watch({ id }: KnowledgeFolder, changed: (paths: readonly string[] | null) => void): () => void {
    if (this.watched.has(id)) throw new Error(`${id} is watched twice`)
    this.watched.set(id, changed)
    return () => void this.watched.delete(id)
  }
}
