import type { ImageId } from '../../../../../shared/ids'
import type { ImageFile, ImageNote } from '../../../../../shared/images/images'
import type { Database } from '../../../../platform/adapters/database/connection'
import type { Session } from '../session'

/** Writes the files of an item's images; those that are there already stay. */
export function writeImages(db: Database, item: number, notes: readonly ImageNote[], files: readonly Uint8Array[]): void {
  for (const [index, { id, type }] of notes.entries()) {
    const bytes = files[index]
    if (bytes !== undefined && bytes.byteLength > 0) db.run('INSERT OR IGNORE INTO images (item, id, type, bytes) VALUES (?, ?, ?, ?)', item, id, type, bytes)
  }
}

export const image = ({ db }: Session, id: ImageId): ImageFile | null => imageFile(db, id)

export function imageFile(db: Database, id: ImageId): ImageFile | null {
  const row = db.get<{ type: ImageFile['type']; bytes: Uint8Array }>('SELECT type, bytes FROM images WHERE id = ? LIMIT 1', id)
  return row === undefined ? null : { type: row.type, bytes: row.bytes }
}
