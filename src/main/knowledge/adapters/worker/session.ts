import type { ReaderLink } from './texts/reader-link'
import type { Database } from '../../../platform/adapters/database/connection'
import type { Embeddings } from './vectors/embeddings'
import type { Orphans } from './texts/orphans'
import type { KnowledgeStatus } from '../../../../shared/knowledge/passages'

/** What may have been changed in a folder: these paths, or anything. */
export type Changes = ReadonlySet<string> | 'anything'

/** An open index. */
export interface Session {
  /** Where it lies. */
  readonly folder: string
  readonly own: readonly string[]
  readonly db: Database
  readonly reader: ReaderLink
  readonly embeddings: Embeddings
  readonly orphans: Orphans
  /** Folders to be looked at again. */
  readonly changes: Map<string, Changes>
  /** Folders that could not be listed when they were looked at last. */
  readonly missing: Set<string>
  readonly rebuilt: boolean
  /** The file that is being read. */
  now: string | null
  /** What was told last, for as long as counting anew would cost more than it says. */
  told: { readonly at: number; readonly status: Omit<KnowledgeStatus, 'now' | 'idle' | 'retryInMs'> } | null
}

export const folderPath = ({ db }: Pick<Session, 'db'>, id: string): string | null => db.get<{ path: string }>('SELECT path FROM folders WHERE id = ?', id)?.path ?? null
