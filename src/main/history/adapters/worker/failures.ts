import { statfsSync } from 'node:fs'
import { fieldOf, primaryCode, SQLITE } from '../../../platform/adapters/database/result-codes'
import { appError, type AppError } from '../../../../shared/errors/errors'

/** Below this an I/O error is taken for what it most often is then: no room for a page of the log or its index. */
const NO_ROOM_BYTES = 256 * 1024
const NO_ROOM_CODES: readonly unknown[] = ['ENOSPC', 'EDQUOT', 'EFBIG']

/** A failure that has its words already, thrown from deep inside. */
export class Failure extends Error {
  constructor(readonly error: AppError) {
    super(error.detail ?? error.tag)
  }
}

/** A save of what was taken away for good: it is not written, and whoever saves must not think it was. */
export const takenAway = (): Failure => new Failure(appError('history-gone', 'it was deleted for good'))

/** Why a call failed, as the person is told. `folder` is where the history lies. Details never hold texts: SQLite gives none. */
export function failureOf(cause: unknown, folder: string): AppError {
  if (cause instanceof Failure) return cause.error
  const detail = cause instanceof Error ? cause.message : 'unknown'
  if (NO_ROOM_CODES.includes(fieldOf(cause, 'code'))) return appError('history-full', detail)
  switch (primaryCode(cause)) {
    case SQLITE.BUSY:
    case SQLITE.LOCKED:
      return appError('history-locked', detail)
    case SQLITE.FULL:
      return appError('history-full', detail)
    case SQLITE.CORRUPT:
    case SQLITE.NOTADB:
      return appError('history-damaged', detail)
    case SQLITE.IOERR:
    case SQLITE.CANTOPEN:
      return appError(hasRoom(folder) ? 'history' : 'history-full', detail)
    default:
      return appError('history', detail)
  }
}

function hasRoom(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize > NO_ROOM_BYTES
  } catch {
    return true
  }
}
