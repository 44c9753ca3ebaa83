<<<<<<< HEAD
import type { EmbedderAccess, FolderWatch, KnowledgeIndex } from '../../src/main/knowledge/core/ports'
import type { KnowledgeFolder, KnowledgeFound, KnowledgeStatus } from '../../src/shared/knowledge'
import type { AppError } from '../../src/shared/errors/errors'
import { err, ok, type Result } from '../../src/shared/result'

export const IDLE: KnowledgeStatus = { folders: [], now: null, embedding: null, characters: 0, bytesOnDisk: 0, rebuilt: false, idle: true, retryInMs: null }

/** An index without a disk: it does one piece of work for each status it was given, and finds what it was told to find. */
export class FakeKnowledgeIndex implements KnowledgeIndex {
  readonly asked: string[] = []
  readonly statuses: KnowledgeStatus[] = []
  found: KnowledgeFound = { mode: 'words', passages: [] }
  access: EmbedderAccess | null = null
  held = false
  fault: AppError | null = null

  setFolders(folders: readonly KnowledgeFolder[]) {
    return this.done(`folders ${folders.map(({ name }) => name).join(' ')}`.trim(), null)
  }
  setEmbedder(access: EmbedderAccess | null): void {
    this.access = access
  }
  changed(folder: string, paths: readonly string[] | null) {
    return this.done(`changed ${folder} ${paths?.join(' ') ?? 'anything'}`, null)
  }
  status() {
    return this.done('status', IDLE)
  }
  work(): Promise<Result<KnowledgeStatus, AppError>> {
    if (this.held) throw new Error('asked for work while everything is held')
    if (this.fault !== null) return Promise.resolve(err(this.fault))
    return this.done('work', this.statuses.shift() ?? IDLE)
  }
  stopWork(): void {
    this.asked.push('stop work')
  }
  hold(on: boolean): void {
    this.held = on
  }
  files() {
    return this.done('files', { rows: [], more: false })
  }
  search() {
    return this.done('search', this.found)
  }
  around() {
    return this.done('around', null)
  }
  locate() {
    return this.done('locate', null)
  }
  sent() {
    return this.done('sent', [])
  }
  forgetSent() {
    return this.done('forget sent', null)
  }
  removeEverything() {
    return this.done('remove everything', null)
  }
  close(): Promise<void> {
    return Promise.resolve()
  }

  private done<T>(what: string, value: T) {
    this.asked.push(what)
    return Promise.resolve(ok(value))
  }
}

/** What changes on a disk, told by the test. */
export class FakeFolderWatch implements FolderWatch {
  readonly watched = new Map<string, (paths: readonly string[] | null) => void>()

  watch({ id }: KnowledgeFolder, changed: (paths: readonly string[] | null) => void): () => void {
    if (this.watched.has(id)) throw new Error(`${id} is watched twice`)
    this.watched.set(id, changed)
    return () => void this.watched.delete(id)
=======
import type { EmbedderAccess, KnowledgeIndex, KnowledgeQuestion, KnowledgeText, PassagePlace } from '../../src/main/knowledge/core/ports'
import { appError, type AppError, type ErrorTag } from '../../src/shared/errors/errors'
import type { Page } from '../../src/shared/history'
import type { KnowledgeFile, KnowledgeFolder, KnowledgeFound, KnowledgePassage, KnowledgeStatus, SentText } from '../../src/shared/knowledge'
import { err, ok, type Result } from '../../src/shared/result'

type Answer<T> = Promise<Result<T, AppError>>

export const QUIET_STATUS: KnowledgeStatus = { folders: [], now: null, embedding: null, characters: 0, bytesOnDisk: 0, rebuilt: false, idle: true, retryInMs: null }

/**
 * An index in memory that finds what a test put there. It throws on what no caller may do: two folders in one place, questions without a letter
 * of their own, files of a folder it was never told of, anything after `close`.
 */
export class FakeKnowledgeIndex implements KnowledgeIndex {
  readonly calls: string[] = []
  folders: readonly KnowledgeFolder[] = []
  access: EmbedderAccess | null = null
  held = false
  state: KnowledgeStatus = QUIET_STATUS
  fileRows: readonly KnowledgeFile[] = []
  /** Given to every question whose words they hold. */
  passages: readonly Omit<KnowledgePassage, 'cite'>[] = []
  located = new Map<string, string>()
  sentRows: readonly SentText[] = []
  /** Null: nothing fails. */
  failure: ErrorTag | null = null
  private closed = false

  setFolders(folders: readonly KnowledgeFolder[]): Answer<null> {
    if (new Set(folders.map(({ path }) => path)).size < folders.length) throw new Error('two folders in one place')
    return this.answer(`setFolders ${folders.map(({ name }) => name).join(' ')}`, () => {
      this.folders = folders
      return null
    })
  }

  setEmbedder(access: EmbedderAccess | null): void {
    this.note(`setEmbedder ${access === null ? 'none' : `${access.url} ${access.secret ?? 'without key'}`}`)
    this.access = access
  }

  changed(folder: string): Answer<null> {
    return this.answer(`changed ${this.known(folder)}`, () => null)
  }

  status(): Answer<KnowledgeStatus> {
    return this.answer('status', () => this.state)
  }

  work(): Answer<KnowledgeStatus> {
    if (this.held) throw new Error('work while it is held')
    return this.answer('work', () => this.state)
  }

  stopWork(): void {
    this.note('stopWork')
  }

  hold(on: boolean): void {
    this.note(`hold ${String(on)}`)
    this.held = on
  }

  files(folder: string, only: 'all' | 'unread', after: string | null, limit: number): Answer<Page<KnowledgeFile>> {
    return this.answer(`files ${this.known(folder)} ${only}`, () => {
      const rows = this.fileRows.filter((row) => row.folder === folder && (only === 'all' || row.state.kind === 'unread' || row.state.kind === 'partly') && (after === null || row.path > after))
      return { rows: rows.slice(0, limit), more: rows.length > limit }
    })
  }

  search({ text, letter, private: isPrivate }: KnowledgeQuestion): Answer<KnowledgeFound> {
    if (!/^[A-Z]$/u.test(letter)) throw new Error(`no letter: ${letter}`)
    const words = text.toLowerCase().split(/\P{L}+/u).filter((word) => word.length > 3)
    return this.answer(`search ${letter}${isPrivate ? ' privately' : ''}`, () => {
      const passages = this.passages.filter((passage) => words.some((word) => passage.text.toLowerCase().includes(word)))
      return { mode: this.access === null ? ('words' as const) : ('both' as const), passages: passages.map((passage, index) => ({ ...passage, cite: `${letter}${String(index + 1)}` })) }
    })
  }

  around(place: PassagePlace): Answer<KnowledgeText | null> {
    return this.answer('around', () => ({ text: place.text, page: null, heading: null, before: false, after: false }))
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
    this.note('close')
    this.closed = true
  }

  private known(folder: string): string {
    if (!this.folders.some(({ id }) => id === folder)) throw new Error(`no such folder: ${folder}`)
    return folder
  }

  private note(call: string): void {
    if (this.closed) throw new Error(`${call} after close`)
    this.calls.push(call)
  }

  private async answer<T>(call: string, give: () => T): Answer<T> {
    this.note(call)
    return this.failure === null ? ok(give()) : err(appError(this.failure))
>>>>>>> 15adc64 (test: choices of folders and embedders, with a strict index)
  }
}
