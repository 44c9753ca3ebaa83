/** Primary result codes, https://sqlite.org/rescode.html */
export const SQLITE = { BUSY: 5, LOCKED: 6, IOERR: 10, CORRUPT: 11, FULL: 13, CANTOPEN: 14, NOTADB: 26 } as const

/** What an error of SQLite (`errcode`) or of the system (`code`) carries. */
export const fieldOf = (cause: unknown, name: 'code' | 'errcode'): unknown => (cause instanceof Error ? (cause as Error & Record<typeof name, unknown>)[name] : undefined)

/** Result codes carry their detail in the upper bits. -1: not SQLite's. */
export function primaryCode(cause: unknown): number {
  const code = fieldOf(cause, 'errcode')
  return typeof code === 'number' ? code & 0xff : -1
}

/** The database is not what it should be: no call will ever get past this. */
export const isDamage = (cause: unknown): boolean => [SQLITE.CORRUPT, SQLITE.NOTADB].some((code) => code === primaryCode(cause))
