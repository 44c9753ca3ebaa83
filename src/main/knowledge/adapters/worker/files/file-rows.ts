import type { UnreadReason } from '../../../../../shared/knowledge/passages'
import { indexed } from '../../../../history/core/words'
import type { Database } from '../../../../platform/adapters/database/connection'
import type { SeenFile } from './look'

export interface FileRow {
  readonly id: number
  readonly folder: string
  readonly path: string
  readonly text: number | null
}

interface KnownFile {
  readonly id: number
  readonly bytes: number
  readonly changed: number
  readonly text: number | null
  readonly state: string
  readonly reason: UnreadReason | null
}

/** Written down as it stands there. True: it has to be read, or what was read of it is gone. */
export function note(db: Database, folder: string, { path, bytes, changed, refused }: SeenFile, look: number): boolean {
  const known = db.get<KnownFile>('SELECT id, bytes, changed, text, state, reason FROM files WHERE folder = ? AND path = ?', folder, path)
  const state = refused === null ? 'waiting' : 'unread'
  if (known === undefined) {
    const id = db.insert('INSERT INTO files (folder, path, bytes, changed, state, reason, seen) VALUES (?, ?, ?, ?, ?, ?, ?)', folder, path, bytes, changed, state, refused, look)
    db.run('INSERT INTO names(rowid, name) VALUES (?, ?)', id, indexed(path))
    return true
  }
  const isSame = known.bytes === bytes && known.changed === changed && (refused === null ? known.reason !== 'changing' && !wasRefused(known) : known.reason === refused)
  if (isSame) db.run('UPDATE files SET seen = ? WHERE id = ?', look, known.id)
  else db.run('UPDATE files SET bytes = ?, changed = ?, state = ?, reason = ?, text = CASE WHEN ? = 1 THEN NULL ELSE text END, seen = ? WHERE id = ?', bytes, changed, state, refused, Number(refused !== null), look, known.id)
  return !isSame
}

/** What is refused by how it stands there may be let in when it stands otherwise, with the same size and time. */
const BY_STANDING: readonly (string | null)[] = ['secret', 'kind', 'not-here', 'leads-out']
function wasRefused({ text, reason }: KnownFile): boolean {
  return text === null && BY_STANDING.includes(reason)
}

export function removeFile(db: Database, id: number): void {
  db.run('DELETE FROM files WHERE id = ?', id)
  db.run('DELETE FROM names WHERE rowid = ?', id)
}

/** What was read of it, or why not. Not where it is gone, or was changed again meanwhile: then `changed` is another. */
export function settle(db: Database, id: number, text: number | null, reason: UnreadReason | null, seen: { readonly size: number; readonly changed: number } | null): void {
  const state = text === null ? 'unread' : reason === null ? 'read' : 'partly'
  if (seen === null) db.run('UPDATE files SET text = ?, state = ?, reason = ? WHERE id = ?', text, state, reason, id)
  else db.run('UPDATE files SET text = ?, state = ?, reason = ?, bytes = ?, changed = ? WHERE id = ?', text, state, reason, seen.size, seen.changed, id)
}
