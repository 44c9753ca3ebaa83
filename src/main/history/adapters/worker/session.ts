import type { Database } from './database/database'
import { createGone, type Gone } from './removal/gone'
import { endOpenStretches } from './reading/ledger'
import { openDatabase } from './database/open'
import { doomLeftovers } from './removal/sweep'

/** An open history. */
export interface Session {
  readonly folder: string
  readonly db: Database
  readonly gone: Gone
  /** The file name under which a damaged database was set aside. */
  readonly setAside: string | null
}

export interface SessionHolder {
  /** Opens the database where it is not open yet: a start that met a lock or a full disk is made up for by any later call. */
  get(at: number): Session
  close(): void
}

/** `opened` is told of each new session, once. */
export function createSessionHolder(folder: string, opened: (session: Session) => void): SessionHolder {
  const gone = createGone()
  let session: Session | null = null
  return {
    get: (at) => {
      if (session !== null) return session
      session = { folder, gone, ...openDatabase(folder, at) }
      tidy(session)
      opened(session)
      return session
    },
    close: () => {
      session?.db.close()
      session = null
    },
  }
}

/** What the last run left half done. Where it cannot be written now (locked, full), reading goes first and the next start tries again. */
function tidy({ db }: Session): void {
  try {
    endOpenStretches(db)
    doomLeftovers(db)
  } catch {
    // Whatever is wrong is met and told by the first call that needs it.
  }
}
