import { fieldOf, isDamage, primaryCode, SQLITE } from '../../../platform/adapters/database/result-codes'
import { appError, type AppError } from '../../../../shared/errors/errors'

export function failureOf(cause: unknown): AppError {
  const detail = cause instanceof Error ? cause.message : 'unknown'
  if (isDamage(cause)) return appError('knowledge-damaged', detail)
  return appError(primaryCode(cause) === SQLITE.FULL || fieldOf(cause, 'code') === 'ENOSPC' ? 'knowledge-full' : 'knowledge', detail)
}
