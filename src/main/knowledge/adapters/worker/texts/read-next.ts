import { systemTimers } from '../../../../platform/adapters/system-timers'
import { kindOf } from '../../../core/file-kind'
import { type FileRow, removeFile, settle } from '../files/file-rows'
import { takeFault, takeFile, type TakenFile } from '../files/take'
import { folderPath, type Session } from '../session'
import { knownText, saveText } from './save-text'

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/** Reads one file that waits; false: none does. */
export async function readNext(session: Session, stopped: () => boolean): Promise<boolean> {
  const file = session.db.get<FileRow>("SELECT id, folder, path, text FROM files WHERE state = 'waiting' ORDER BY id LIMIT 1")
  if (file === undefined) return false
  session.now = nameOf(file.path)
  try {
    await read(session, file, stopped)
  } finally {
    session.now = null
  }
  return true
}

async function read(session: Session, file: FileRow, stopped: () => boolean): Promise<void> {
  const taken = await take(session, file)
  const kind = kindOf(file.path)
  if (taken === null || kind === null) return
  const { db, reader, orphans, embeddings } = session
  const known = knownText(db, taken.sha, kind)
  if (known !== undefined) return put(session, file, taken, known.id, known.partly)
  const outcome = await reader.read(kind, taken.bytes, stopped)
  if (outcome === null) return // it goes on waiting
  if (outcome.kind === 'unread') {
    settle(db, file.id, null, outcome.reason, taken)
    orphans.left()
    return
  }
  const text = await saveText(db, { ...taken, kind, partly: outcome.partly, chunks: outcome.chunks }, (chunk, hash) => embeddings.inherit(chunk, hash))
  put(session, file, taken, text, outcome.partly)
}

function put({ db, orphans }: Session, file: FileRow, taken: TakenFile, text: number, partly: Parameters<typeof settle>[3]): void {
  settle(db, file.id, text, partly, taken)
  if (file.text !== text) orphans.left()
}

/** Null: it could not be taken, and that is written down. */
async function take(session: Session, file: FileRow): Promise<TakenFile | null> {
  const root = folderPath(session, file.folder)
  try {
    if (root !== null) return await takeFile(root, file.path, session.own)
  } catch (cause) {
    const fault = takeFault(cause)
    session.orphans.left()
    if (fault !== null) {
      settle(session.db, file.id, null, fault.reason, null)
      if (fault.reason === 'changing') readLater(session, file)
      return null
    }
  }
  removeFile(session.db, file.id)
  return null
}

/** Whoever writes to it will be done some time; each end of that is heard, but for the last one before the watcher was there. */
const LATER_MS = 2_000

function readLater({ changes }: Session, { folder, path }: FileRow): void {
  systemTimers.after(LATER_MS, () => {
    const known = changes.get(folder)
    if (known !== 'anything') changes.set(folder, new Set([...(known ?? []), path]))
  })
}
