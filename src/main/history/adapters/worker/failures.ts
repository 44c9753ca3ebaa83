import { statfsSync } from 'node:fs'
import { appError, type AppError } from '../../../../shared/errors/errors'

/** Primary result codes, https://sqlite.org/rescode.html */
const BUSY = 5
const LOCKED = 6
const IOERR = 10
const CORRUPT = 11
const FULL = 13
const CANTOPEN = 14
const NOTADB = 26

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

const fieldOf = (cause: unknown, name: 'code' | 'errcode'): unknown => (cause instanceof Error ? (cause as Error & Record<typeof name, unknown>)[name] : undefined)

/** Why a call failed, as the person is told. `folder` is where the history lies. Details never hold texts: SQLite gives none. */
export function failureOf(cause: unknown, folder: string): AppError {
  if (cause instanceof Failure) return cause.error
  const detail = cause instanceof Error ? cause.message : 'unknown'
  if (NO_ROOM_CODES.includes(fieldOf(cause, 'code'))) return appError('history-full', detail)
  switch (primaryCode(cause)) {
    case BUSY:
    case LOCKED:
      return appError('history-locked', detail)
    case FULL:
      return appError('history-full', detail)
    case CORRUPT:
    case NOTADB:
      return appError('history-damaged', detail)
    case IOERR:
    case CANTOPEN:
      return appError(hasRoom(folder) ? 'history' : 'history-full', detail)
    default:
      return appError('history', detail)
  }
}

/** The database is not what it should be: no call will ever get past this. */
export const isDamage = (cause: unknown): boolean => [CORRUPT, NOTADB].includes(primaryCode(cause))

/** Result codes carry their detail in the upper bits. -1: not SQLite's. */
function primaryCode(cause: unknown): number {
  const code = fieldOf(cause, 'errcode')
  return typeof code === 'number' ? code & 0xff : -1
}

function hasRoom(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize > NO_ROOM_BYTES
  } catch {
    return true
  }
}
