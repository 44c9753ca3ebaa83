import { appError, type AppError } from '../../../../shared/errors/errors'

/** Primary result codes, https://sqlite.org/rescode.html */
const CORRUPT = 11
const FULL = 13
const NOTADB = 26

const fieldOf = (cause: unknown, name: 'code' | 'errcode'): unknown => (cause instanceof Error ? (cause as Error & Record<typeof name, unknown>)[name] : undefined)

/** Result codes carry their detail in the upper bits. -1: not SQLite's. */
function primaryCode(cause: unknown): number {
  const code = fieldOf(cause, 'errcode')
  return typeof code === 'number' ? code & 0xff : -1
}

/** The index is not what it should be: no call will ever get past this. */
export const isDamage = (cause: unknown): boolean => [CORRUPT, NOTADB].includes(primaryCode(cause))

export function failureOf(cause: unknown): AppError {
  const detail = cause instanceof Error ? cause.message : 'unknown'
  if (isDamage(cause)) return appError('knowledge-damaged', detail)
  return appError(primaryCode(cause) === FULL || fieldOf(cause, 'code') === 'ENOSPC' ? 'knowledge-full' : 'knowledge', detail)
}
