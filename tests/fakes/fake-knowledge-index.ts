import type { EmbedderAccess, FolderWatch, KnowledgeIndex } from '../../src/main/knowledge/core/ports'
import type { KnowledgeFolder, KnowledgeFound, KnowledgeStatus } from '../../src/shared/knowledge/passages'
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
  }
}
