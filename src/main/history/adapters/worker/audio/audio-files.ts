import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { appError } from '../../../../../shared/errors/errors'
import type { ConversationId, ItemId } from '../../../../../shared/ids'
import { makePrivateFolder, PRIVATE_FILE } from '../../../../platform/adapters/private-files'
import type { Database } from '../../../../platform/adapters/database/connection'
import { deleteDoomedFiles, partOf } from '../database/doomed-files'
import { Failure } from '../failures'
import { audioPath } from '../database/files'
import { decodeFlac, encodeFlac } from './flac'
import { conversationRow, DOOMED, itemRow } from '../database/rows'
import type { Session } from '../session'

/**
 * Keeps the sound of an item as `audio/<conversation>/<item>-<n>.flac`, named by row numbers of ours: ids are made by servers and
 * never become a path. A sound that was there is replaced.
 */
export async function saveAudio(
  { db, folder, gone }: Session,
  at: number,
  what: { readonly conversation: ConversationId; readonly item: ItemId; readonly pcm: Int16Array; readonly limitBytes: number },
): Promise<null> {
  if (gone.hasItem(what.conversation, what.item)) return null
  const place = placeOf(db, what.conversation, what.item)
  if (place === null) throw new Failure(appError('history', 'sound of an item that is not there'))
  if (place.doomed) return null
  const flac = await encodeFlac(what.pcm)
  const file = freeFile(db, place)
  db.run('INSERT OR IGNORE INTO doomed_files VALUES (?)', file)
  try {
    writeWhole(join(audioPath(folder), file), flac)
    db.transaction(() => {
      db.run('DELETE FROM audio WHERE item = ?', place.item)
      db.run('INSERT INTO audio VALUES (?, ?, ?, ?)', place.item, file, flac.byteLength, at)
      db.run('DELETE FROM doomed_files WHERE file = ?', file)
      dropOldest(db, what.limitBytes)
    })
  } finally {
    deleteDoomedFiles(db, folder)
  }
  return null
}

/** Null when none is kept. */
export async function audio({ db, folder }: Session, conversation: ConversationId, item: ItemId): Promise<Int16Array | null> {
  const place = placeOf(db, conversation, item)
  const kept = place === null ? undefined : db.get<{ file: string }>('SELECT file FROM audio WHERE item = ?', place.item)
  if (kept === undefined) return null
  const bytes = readIfThere(join(audioPath(folder), kept.file))
  if (bytes !== null) return await decodeFlac(bytes)
  // Somebody tidied up by hand.
  db.run('DELETE FROM audio WHERE item = ?', place?.item ?? null)
  return null
}

interface Place {
  readonly conversation: number
  readonly item: number
  readonly doomed: boolean
}

function placeOf(db: Database, conversation: ConversationId, id: ItemId): Place | null {
  const owner = conversationRow(db, conversation)
  const item = owner === undefined ? undefined : itemRow(db, owner.row, id)
  return owner === undefined || item === undefined ? null : { conversation: owner.row, item: item.row, doomed: owner.hidden === DOOMED || item.hidden === DOOMED }
}

/** Another name than that of the sound it replaces, which is doomed by its own. */
function freeFile(db: Database, { conversation, item }: Place): string {
  for (let count = 1; ; count += 1) {
    const file = `${String(conversation)}/${String(item)}-${String(count)}.flac`
    if (db.get('SELECT 1 FROM audio WHERE item = ? AND file = ?', item, file) === undefined) return file
  }
}

/** On the disk before it has its name: a file that can be found is whole. */
function writeWhole(path: string, bytes: Uint8Array): void {
  makePrivateFolder(dirname(path))
  const handle = openSync(partOf(path), 'w', PRIVATE_FILE)
  try {
    for (let at = 0; at < bytes.byteLength; ) at += writeSync(handle, bytes, at)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(partOf(path), path)
}

function dropOldest(db: Database, limitBytes: number): void {
  let total = db.get<{ bytes: number }>('SELECT coalesce(sum(bytes), 0) AS bytes FROM audio')?.bytes ?? 0
  while (total > limitBytes) {
    const oldest = db.get<{ item: number; bytes: number }>('SELECT item, bytes FROM audio ORDER BY saved_at, item LIMIT 1')
    if (oldest === undefined) return
    db.run('DELETE FROM audio WHERE item = ?', oldest.item)
    total -= oldest.bytes
  }
}

function readIfThere(path: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(readFileSync(path))
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null
    throw cause
  }
}
