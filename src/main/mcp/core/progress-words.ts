import { firstCharacters } from '../../../shared/text/characters'
import { plainLine } from '../../../shared/text/plain-line'

const MAX_CHARS = 80

/** "3 of 10", or in the server's own words. */
export function progressWords({ progress, total, message }: { readonly progress: number; readonly total?: number | undefined; readonly message?: string | undefined }): string {
  const own = firstCharacters(plainLine(message ?? '').trim(), MAX_CHARS)
  if (own !== '') return own
  return total === undefined ? String(progress) : `${String(progress)} of ${String(total)}`
}
