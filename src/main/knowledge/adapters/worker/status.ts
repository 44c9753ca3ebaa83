import type { KnowledgeFolderState, KnowledgeStatus } from '../../../../shared/knowledge/passages'
import { bytesOnDisk } from './database/open'
import type { Session } from './session'

/** Counting all files takes some time where there are many. */
const COUNT_EACH_MS = 500

interface Count {
  readonly folder: string
  readonly state: string
  readonly reason: string | null
  readonly count: number
}

/** `idle`: whoever asks knows whether there is more to do. */
export function status(session: Session, idle: boolean): KnowledgeStatus {
  const now = performance.now()
  if (idle || session.told === null || now - session.told.at > COUNT_EACH_MS) session.told = { at: now, status: counted(session) }
  return { ...session.told.status, now: session.now, idle, retryInMs: retryInMs(session) }
}

function retryInMs({ embeddings, db }: Session): number | null {
  const changing = db.get("SELECT 1 FROM files WHERE reason = 'changing' LIMIT 1") === undefined ? null : 2_500
  const embedding = embeddings.retryInMs()
  return changing === null || embedding === null ? (changing ?? embedding) : Math.min(changing, embedding)
}

function counted(session: Session): Omit<KnowledgeStatus, 'now' | 'idle' | 'retryInMs'> {
  const { db, folder, embeddings, rebuilt } = session
  const counts = db.all<Count>('SELECT folder, state, reason, count(*) AS count FROM files GROUP BY folder, state, reason')
  const folders = db.all<{ id: string }>('SELECT id FROM folders ORDER BY id').map(({ id }) => folderState(session, id, counts.filter((each) => each.folder === id)))
  const characters = db.get<{ chars: number | null }>('SELECT sum(chars) AS chars FROM texts WHERE ready = 1')?.chars ?? 0
  return { folders, characters, embedding: embeddings.progress(), bytesOnDisk: bytesOnDisk(folder), rebuilt }
}

function folderState({ missing, changes }: Session, folder: string, counts: readonly Count[]): KnowledgeFolderState {
  const sum = (of: (count: Count) => boolean) => counts.filter(of).reduce((total, { count }) => total + count, 0)
  const waiting = sum(({ state }) => state === 'waiting')
  return {
    folder,
    state: missing.has(folder) ? 'missing' : changes.has(folder) ? 'looking' : waiting > 0 ? 'reading' : 'current',
    files: sum(() => true),
    waiting,
    unread: sum(({ state, reason }) => (state === 'unread' || state === 'partly') && reason !== 'kind'),
    otherKinds: sum(({ reason }) => reason === 'kind'),
  }
}
