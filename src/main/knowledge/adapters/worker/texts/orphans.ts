import { createBreather } from '../../../../platform/worker/slices'
import { indexed } from '../../../../history/core/words'
import type { Database } from '../../../../platform/adapters/database/connection'

/** A file that is moved is gone for a moment: its text waits so long for the new name. */
const GRACE_MS = 10_000
/** Between two times that the index is written anew without what it should forget: that costs seconds where it is large. */
const MERGE_EACH_MS = 600_000
const STEP_PAGES = 64

interface ChunkRow {
  readonly id: number
  readonly body: string
  readonly heading: string | null
}

/** Texts that no file has any more. They are found by no search; here they are taken out of the index for good. */
export class Orphans {
  private since: number | null = 0
  private merging = false
  private mergeDue = false
  private merged = -MERGE_EACH_MS

  constructor(
    private readonly db: Database,
    private readonly removed: (chunks: readonly number[]) => void,
  ) {}

  /** A file has another text now, or none. */
  left(): void {
    this.since ??= performance.now()
  }

  /** `busy`: there are files to be read, among which a moved one may be. */
  isDue(busy: boolean): boolean {
    if (this.since !== null && (!busy || performance.now() - this.since > GRACE_MS)) return true
    return !busy && (this.merging || (this.mergeDue && performance.now() - this.merged > MERGE_EACH_MS))
  }

  async clean(): Promise<void> {
    if (this.since === null) return this.merge()
    this.since = null
    const breathe = createBreather()
    for (const { id } of this.db.all<{ id: number }>('SELECT id FROM texts t WHERE NOT EXISTS (SELECT 1 FROM files WHERE text = t.id)')) {
      while (this.removeSome(id)) await breathe()
      await breathe()
    }
  }

  /** True: there is more of it. */
  private removeSome(text: number): boolean {
    const { db } = this
    return db.transaction(() => {
      if (db.get('SELECT 1 FROM files WHERE text = ?', text) !== undefined) return false // a file got it again meanwhile
      db.run('UPDATE texts SET ready = 0 WHERE id = ?', text)
      const rows = db.all<ChunkRow>('SELECT id, body, heading FROM chunks WHERE text = ? ORDER BY place DESC LIMIT 50', text)
      rows.forEach((row) => this.forget(row))
      this.removed(rows.map(({ id }) => id))
      if (rows.length === 0) db.run('DELETE FROM texts WHERE id = ?', text)
      return rows.length > 0
    })
  }

  private forget({ id, body, heading }: ChunkRow): void {
    const { db } = this
    const words = indexed(body)
    db.run("INSERT INTO words(words, rowid, body, heading) VALUES ('delete', ?, ?, ?)", id, words, heading === null ? '' : indexed(heading))
    db.run("INSERT INTO parts(parts, rowid, body) VALUES ('delete', ?, ?)", id, words)
    db.run('DELETE FROM chunks WHERE id = ?', id)
    this.mergeDue = true
  }

  /** The way the documentation gives: a merge that changed less than two rows had nothing to do. https://sqlite.org/fts5.html#the_merge_command */
  private async merge(): Promise<void> {
    const breathe = createBreather()
    if (!this.merging) for (const index of ['words', 'parts'] as const) this.step(index, -STEP_PAGES)
    this.merging = true
    this.mergeDue = false
    const until = performance.now() + 200
    while (performance.now() < until) {
      const goesOn = (['words', 'parts'] as const).map((index) => this.step(index, STEP_PAGES)).includes(true)
      if (!goesOn) {
        this.merging = false
        this.merged = performance.now()
        return
      }
      await breathe()
    }
  }

  private step(index: 'words' | 'parts', pages: number): boolean {
    const changes = () => this.db.get<{ count: number }>('SELECT total_changes() AS count')?.count ?? 0
    const before = changes()
    this.db.run(`INSERT INTO ${index}(${index}, rank) VALUES ('merge', ${String(pages)})`)
    return changes() - before >= 2
  }
}
