import type { AppError } from '../../shared/errors/errors'
import type { KnowledgeFolder, KnowledgeStatus } from '../../shared/knowledge/passages'
import type { Result } from '../../shared/result'
import { Deadline } from '../platform/deadline'
import { embedderAccess, forgetKeyOf } from './embedder-choice'
import { namedFolders } from './folder-choice'
import type { KnowledgeWorld } from './knowledge-world'

/** A worker that failed is asked again then. */
const AFTER_FAILURE_MS = 30_000
/** The view is not drawn anew for every small file. */
const SHOW_EACH_MS = 300

/** Keeps the index at work while nobody talks. */
export class Knowledge {
  private readonly watches = new Map<string, { readonly path: string; readonly stop: () => void }>()
  private readonly again: Deadline
  private readonly showing: Deadline
  private pumping = false
  /** There is, or may be, something to do. */
  private due = false
  private ended = true
  private failed = false
  private last: KnowledgeStatus | null = null
  private lookedUp = 0

  /** `shown`: what is known now, not more often than it is looked at. `worked`: something may have been sent. */
  constructor(
    private readonly world: KnowledgeWorld,
    private readonly shown: (status: KnowledgeStatus) => void,
    private readonly worked: () => void,
  ) {
    this.again = new Deadline(world.timers, () => this.pump())
    this.showing = new Deadline(world.timers, () => this.last !== null && this.shown(this.last))
  }

  /** Null: nothing is known yet, or there is no folder. */
  get status(): KnowledgeStatus | null {
    return this.last
  }

  get folders(): readonly KnowledgeFolder[] {
    return namedFolders(this.world.settings().knowledgeFolders)
  }

  async start(): Promise<void> {
    await this.useEmbedder() // the first folder may come later
    if (this.folders.length > 0) await this.foldersChanged()
  }

  /** Another list than before: what is not on it is gone from the index at once. */
  async foldersChanged(): Promise<Result<null, AppError>> {
    const { folders } = this
    this.ended = false
    for (const [id, { path, stop }] of this.watches) {
      if (folders.some((folder) => folder.id === id && folder.path === path)) continue
      stop()
      this.watches.delete(id)
    }
    const followed = await this.world.index.setFolders(folders)
    this.told(followed)
    for (const folder of folders) if (!this.watches.has(folder.id)) this.watch(folder)
    this.pump()
    return followed
  }

  async embedderChanged(): Promise<void> {
    await this.useEmbedder()
    this.pump()
  }

  /** The keychain may answer long after another server was chosen, or none. */
  private async useEmbedder(): Promise<void> {
    const asked = (this.lookedUp += 1)
    const access = await embedderAccess(this.world)
    if (asked === this.lookedUp) this.world.index.setEmbedder(access)
  }

  /** A turn began or ended, or the person wants a pause. */
  evaluate(): void {
    if (this.ended) return
    this.world.index.hold(this.isHeld)
    this.pump()
  }

  async stop(): Promise<void> {
    this.ended = true
    this.again.stop()
    this.showing.stop()
    for (const { stop } of this.watches.values()) stop()
    this.watches.clear()
    await this.world.index.close()
  }

  /** What was read goes, and with it the list: else it would be read again at once. So does the key of the server for vectors. */
  async removeEverything(): Promise<Result<unknown, AppError>> {
    const { embedder } = this.world.settings()
    const updated = this.world.updateSettings({ knowledgeFolders: [], embedder: null, confirmedEmbedder: null })
    for (const { stop } of this.watches.values()) stop()
    this.watches.clear()
    this.ended = true
    this.last = null
    const removed = await this.world.index.removeEverything()
    await forgetKeyOf(this.world, embedder)
    return updated.ok ? removed : updated
  }

  private get isHeld(): boolean {
    return this.world.turn().runs || this.world.settings().knowledgePaused
  }

  private watch(folder: KnowledgeFolder): void {
    const stop = this.world.folderWatch.watch(folder, (paths) => {
      if (this.ended) return
      void this.world.index.changed(folder.id, paths).then((told) => {
        this.told(told)
        this.pump()
      })
    })
    this.watches.set(folder.id, { path: folder.path, stop })
  }

  private pump(): void {
    this.due = true
    if (!this.pumping && !this.ended) void this.work()
  }

  /** What is asked for while a piece is under way, such as another embedder, is done after it: it may have said there is nothing to do. */
  private async work(): Promise<void> {
    this.pumping = true
    try {
      while (this.due && !this.ended && !this.isHeld) {
        this.due = false
        if (await this.piece()) this.due = true
      }
    } finally {
      this.pumping = false
    }
  }

  /** Whether there is more. */
  private async piece(): Promise<boolean> {
    const done = await this.world.index.work()
    if (this.ended) return false
    if (!this.told(done)) {
      this.again.renew(AFTER_FAILURE_MS)
      return false
    }
    this.show(done.value)
    if (done.value.embedding !== null) this.worked()
    if (done.value.idle && done.value.retryInMs !== null) this.again.renew(done.value.retryInMs)
    return !done.value.idle
  }

  private show(status: KnowledgeStatus): void {
    if (status.rebuilt && this.last?.rebuilt !== true) this.world.notify({ tag: 'knowledge-damaged' })
    this.last = status
    if (!this.showing.isRunning) this.showing.start(SHOW_EACH_MS)
  }

  /** A fault is told once, until it works again. A damaged index is made anew by the next call. */
  private told<T>(result: Result<T, AppError>): result is { readonly ok: true; readonly value: T } {
    if (!result.ok && !this.failed && !this.ended && result.error.tag !== 'knowledge-damaged') this.world.notify(result.error)
    this.failed = !result.ok && result.error.tag !== 'knowledge-damaged'
    return result.ok
  }
}
