import type { EmbedderAccess } from '../../../core/ports'
import type { Database } from '../../../../platform/adapters/database/connection'
import { PLAIN_VECTORS, VECTORS } from './vector-table'

interface SpaceRow {
  readonly url: string
  readonly model: string
  readonly asked: number | null
  readonly prefixes: string
  readonly dimensions: number | null
}

/** Vectors of different makers, models, lengths or prefixes cannot be compared: the choice of another begins anew. */
export function enterSpace(db: Database, { url, model, dimensions, queryPrefix, passagePrefix }: EmbedderAccess): void {
  const prefixes = JSON.stringify([queryPrefix, passagePrefix])
  const known = db.get<SpaceRow>('SELECT url, model, asked, prefixes, dimensions FROM space')
  if (known !== undefined && known.url === url && known.model === model && known.asked === dimensions && known.prefixes === prefixes) return
  db.transaction(() => {
    dropVectors(db)
    db.run('INSERT INTO space (only, url, model, asked, prefixes, dimensions) VALUES (1, ?, ?, ?, ?, NULL)', url, model, dimensions, prefixes)
  })
}

function dropVectors(db: Database): void {
  for (const table of [VECTORS, PLAIN_VECTORS]) db.exec(`DROP TABLE IF EXISTS ${table}`)
  db.exec('UPDATE chunks SET embedded = 0 WHERE embedded = 1; DELETE FROM questions; DELETE FROM space')
}

/** Null: none came yet. */
export const spaceDimensions = (db: Database): number | null => db.get<SpaceRow>('SELECT * FROM space')?.dimensions ?? null
