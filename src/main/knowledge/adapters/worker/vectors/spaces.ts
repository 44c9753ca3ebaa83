import type { EmbedderAccess } from '../../../core/ports'
import type { Database } from '../../../../platform/adapters/database/connection'
import { extensionTable, plainTable, type VectorTable } from './vector-table'

/** Vectors of different makers, models, lengths or prefixes cannot be compared: each choice has its own. */
export interface Space {
  readonly id: number
  readonly url: string
  readonly model: string
  readonly asked: number | null
  /** Before a question, before a passage; as JSON. */
  readonly prefixes: string
  /** Null: no vector came yet. */
  readonly dimensions: number | null
  /** 1: it is searched until the one that is made now has a vector of every chunk. */
  readonly former: number
}

const prefixesOf = ({ queryPrefix, passagePrefix }: EmbedderAccess): string => JSON.stringify([queryPrefix, passagePrefix])
const isOf = (space: Space, access: EmbedderAccess): boolean =>
  space.url === access.url && space.model === access.model && space.asked === access.dimensions && space.prefixes === prefixesOf(access)
const isOfOrigin = (space: Space, { url }: EmbedderAccess): boolean => new URL(space.url).origin === new URL(url).origin

const extensionName = (space: number): string => `vectors_${String(space)}`
const plainName = (space: number): string => `plain_vectors_${String(space)}`

/** What a question is asked with, to be looked for in a space. The key is that of its origin. */
export function accessTo(space: Space, access: EmbedderAccess): EmbedderAccess {
  const [queryPrefix = '', passagePrefix = ''] = JSON.parse(space.prefixes) as readonly string[]
  return { ...access, url: space.url, model: space.model, dimensions: space.asked, queryPrefix, passagePrefix }
}

/** The vectors that are made, and those of the choice before, in one index. */
export class Spaces {
  private readonly tables = new Map<number, VectorTable>()

  /** `extended`: vec0 is there. */
  constructor(
    private readonly db: Database,
    private readonly extended: boolean,
  ) {}

  get current(): Space | null {
    return this.all.find(({ former }) => former === 0) ?? null
  }

  get former(): Space | null {
    return this.all.find(({ former }) => former === 1) ?? null
  }

  /** Another choice begins anew; that of before stays as long as it is of the same server, for no question goes to one that was given up. */
  enter(access: EmbedderAccess): void {
    const { current, former } = this
    if (current !== null && isOf(current, access)) return
    this.db.transaction(() => {
      if (former !== null && isOf(former, access)) return this.goBack(former, current)
      const before = former ?? current
      const kept = before !== null && before.dimensions !== null && isOfOrigin(before, access) ? before : null
      for (const space of this.all) if (space.id !== kept?.id) this.drop(space)
      this.db.exec('UPDATE spaces SET former = 1; UPDATE chunks SET embedded = 0 WHERE embedded = 1')
      this.db.run('INSERT INTO spaces (url, model, asked, prefixes, dimensions, former) VALUES (?, ?, ?, ?, NULL, 0)', access.url, access.model, access.dimensions, prefixesOf(access))
    })
  }

  /** All that is there has a vector of the new kind. */
  settle(): void {
    const { former } = this
    if (former !== null) this.db.transaction(() => this.drop(former))
  }

  /** Null: it has none yet. */
  table({ id, dimensions }: Space): VectorTable | null {
    return dimensions === null ? null : this.known(id, () => this.made(id, dimensions))
  }

  /** For the first vectors, which say how long all of them are. Remembered only where it was written down: one that a full disk took back is not there. */
  begin({ id }: Space, length: number): VectorTable {
    return this.known(id, () =>
      this.db.transaction(() => {
        this.db.run('UPDATE spaces SET dimensions = ? WHERE id = ?', length, id)
        return this.made(id, length)
      }),
    )
  }

  /** A new chunk of the same text as one of `twins` needs no vector of its own. */
  inherit(chunk: number, twins: readonly number[]): void {
    for (const space of this.all) {
      const found = twins.some((twin) => this.table(space)?.copy(twin, chunk) === true)
      if (found && space.former === 0) this.db.run('UPDATE chunks SET embedded = 1 WHERE id = ?', chunk)
    }
  }

  removed(chunks: readonly number[]): void {
    for (const space of this.all) this.table(space)?.remove(chunks)
  }

  private known(id: number, make: () => VectorTable): VectorTable {
    const table = this.tables.get(id) ?? make()
    this.tables.set(id, table)
    return table
  }

  private made(id: number, length: number): VectorTable {
    const isPlain = !this.extended || this.isThere(plainName(id))
    return isPlain ? plainTable(this.db, plainName(id)) : extensionTable(this.db, extensionName(id), length)
  }

  private get all(): readonly Space[] {
    return this.db.all<Space>('SELECT * FROM spaces ORDER BY id')
  }

  private goBack(former: Space, current: Space | null): void {
    if (current !== null) this.drop(current)
    const name = this.isThere(plainName(former.id)) ? plainName(former.id) : extensionName(former.id)
    this.db.run('UPDATE spaces SET former = 0 WHERE id = ?', former.id)
    this.db.exec(`UPDATE chunks SET embedded = id IN (SELECT rowid FROM ${name})`)
  }

  private drop({ id }: Space): void {
    this.tables.delete(id)
    for (const name of [extensionName(id), plainName(id)]) this.db.exec(`DROP TABLE IF EXISTS ${name}`)
    this.db.run('DELETE FROM questions WHERE space = ?', id)
    this.db.run('DELETE FROM spaces WHERE id = ?', id)
  }

  private isThere(table: string): boolean {
    return this.db.get('SELECT 1 FROM sqlite_schema WHERE name = ?', table) !== undefined
  }
}

/** Some were made with vec0, and are of no use without. */
export const needsExtension = (db: Database): boolean => db.get("SELECT 1 FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL TABLE%USING vec0(%'") !== undefined
