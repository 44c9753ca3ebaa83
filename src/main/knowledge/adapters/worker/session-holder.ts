import { getLoadablePath } from '@photostructure/sqlite-vec'
import type { KnowledgeWorkerStart } from '../work'
import type { Database } from '../../../platform/adapters/database/connection'
import { openDatabase, throwAway } from './database/open'
import { isDamage } from '../../../platform/adapters/database/result-codes'
import type { Changes, Session } from './session'
import { Orphans } from './texts/orphans'
import { ReaderLink } from './texts/reader-link'
import { Embeddings } from './vectors/embeddings'
import { needsExtension } from './vectors/spaces'

export interface SessionHolder {
  get(): Session
  /** The index is damaged: the next call makes a new one. */
  drop(): void
  /** Nothing of it is left on the disk. */
  removeEverything(): void
  close(): Promise<void>
}

export function createSessionHolder({ folder, own, reader: url, gate, hardMs }: KnowledgeWorkerStart): SessionHolder {
  const reader = new ReaderLink({ url: new URL(url), gate, hardMs })
  let session: Session | null = null
  let rebuilt = false
  let folders: readonly { readonly id: string; readonly path: string }[] = []
  const close = (): void => {
    session?.db.close()
    session = null
  }
  const get = (): Session => {
    if (session !== null) return session
    const opened = openWith(folder)
    rebuilt ||= opened.rebuilt
    session = sessionOf({ ...opened, folder, own, reader, rebuilt })
    for (const { id, path } of folders) session.db.run('INSERT OR IGNORE INTO folders VALUES (?, ?)', id, path)
    for (const { id } of session.db.all<{ id: string }>('SELECT id FROM folders')) session.changes.set(id, 'anything') // Parley was off
    return session
  }
  return {
    get,
    drop: () => {
      folders = [...foldersOf(session)]
      close()
      throwAway(folder)
      rebuilt = true
    },
    removeEverything: () => {
      folders = []
      close()
      throwAway(folder)
    },
    close: async () => {
      close()
      await reader.end()
    },
  }
}

function foldersOf(session: Session | null): readonly { readonly id: string; readonly path: string }[] {
  try {
    return session?.db.all<{ id: string; path: string }>('SELECT id, path FROM folders') ?? []
  } catch {
    return [] // that page is the damaged one; main tells the folders again with its next start
  }
}

/** With vec0, where it can be loaded. What was made with it is of no use without. */
function openWith(folder: string): { readonly db: Database; readonly rebuilt: boolean; readonly extended: boolean } {
  const opened = openDatabase(folder)
  const extended = extend(opened.db)
  if (extended || !needsExtension(opened.db)) return { ...opened, extended }
  opened.db.close()
  throwAway(folder)
  return { ...openDatabase(folder), rebuilt: true, extended }
}

function extend(db: Database): boolean {
  try {
    db.extend(getLoadablePath())
    return true
  } catch (cause) {
    if (isDamage(cause)) throw cause
    return false
  }
}

function sessionOf({ extended, ...parts }: Pick<Session, 'folder' | 'own' | 'db' | 'reader' | 'rebuilt'> & { readonly extended: boolean }): Session {
  const embeddings = new Embeddings(parts.db, extended)
  return { ...parts, embeddings, orphans: new Orphans(parts.db, (chunks) => embeddings.removed(chunks)), changes: new Map<string, Changes>(), missing: new Set(), now: null, told: null }
}
