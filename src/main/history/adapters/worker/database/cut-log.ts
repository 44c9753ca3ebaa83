import { BUSY_MS, type Database } from '../../../../platform/adapters/database/connection'

/** Takes what was deleted out of the log too. Where somebody reads (an export), the log is left for later: at the latest until the end. */
export const cutLog = (db: Database): void => db.exec(`PRAGMA busy_timeout = 0; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA busy_timeout = ${String(BUSY_MS)}`)
