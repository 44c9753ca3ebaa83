import { plainLine } from '../../../../shared/text/plain-line'

const DEFAULT_NAME = 'Notes'
export const MAX_NOTE_NAME_CHARS = 60

/** Windows takes these for devices, with any ending. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i

/** The file of a note: a name and never a path, one that every system takes. Null: this cannot be one. */
export function noteFile(name: string): string | null {
  const plain = plainLine(name).trim().replace(/\.md$/i, '').trim()
  if (plain === '') return `${DEFAULT_NAME}.md`
  if (plain.length > MAX_NOTE_NAME_CHARS || RESERVED.test(plain)) return null
  return /^[\p{L}\p{N}][\p{L}\p{M}\p{N} _'()&,+-]*$/u.test(plain) ? `${plain}.md` : null
}
