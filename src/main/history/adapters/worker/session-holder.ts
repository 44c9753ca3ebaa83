import { openDatabase } from './database/open'
import { endOpenSegments } from './reading/ledger'
import { createGone } from './removal/gone'
import { breakOffActions } from './records/actions'
import { doomLeftovers } from './removal/sweep'
import type { Session } from './session'

export interface SessionHolder {
  /** Opens the database where it is not open yet: a start that met a lock or a full disk is made up for by any later call. */
  /** `opened` is told of a new session, once. */
  get(at: number, opened: (session: Session) => void): Session
  close(): void
}

export function createSessionHolder(folder: string): SessionHolder {
  const gone = createGone()
  let session: Session | null = null
  return {
    get: (at, opened) => {
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
    endOpenSegments(db)
    breakOffActions(db)
    doomLeftovers(db)
  } catch {
    // Whatever is wrong is met and told by the first call that needs it.
  }
}
