import { systemTimers } from '../../../platform/adapters/system-timers'
import type { Call, Task as WorkerTask } from '../../../platform/worker/task'
import type { KnowledgeFile, KnowledgeFileState, KnowledgeFolder, SentText, UnreadReason } from '../../../../shared/knowledge/passages'
import type { Page } from '../../../../shared/history'
import type { EmbedderAccess } from '../../core/ports'
import type { Work, WorkName, WorkValue } from '../work'
import { removeFile } from './files/file-rows'
import { realInside } from './files/inside'
import { lookAgain } from './files/look-again'
import { around } from './searching/around'
import { search } from './searching/search'
import { folderPath, type Session } from './session'
import type { SessionHolder } from './session-holder'
import { status } from './status'
import { readNext } from './texts/read-next'

type Task<Name extends WorkName> = WorkerTask<Session, Parameters<Work[Name]>, WorkValue<Name>>
type Tasks = { readonly [Name in WorkName]: Task<Name> }

const isIdle = ({ db, changes, orphans, embeddings }: Session): boolean =>
  changes.size === 0 && db.get("SELECT 1 FROM files WHERE state = 'waiting' LIMIT 1") === undefined && !orphans.isDue(false) && !embeddings.isDue

/** Every call of the port and what does it. */
export const tasksOf = (holder: SessionHolder): Tasks => ({
  setFolders: { manner: 'next', run: (session, _call, folders) => setFolders(session, folders) },
  changed: { manner: 'next', run: (session, _call, folder, paths) => changed(session, folder, paths) },
  work: { manner: 'aside', run: work },
  files: { manner: 'next', run: (session, _call, folder, only, after, limit) => files(session, { folder, only, after, limit }) },
  search: {
    manner: 'aside',
    run: (session, _call, question, access) => {
      session.embeddings.use(access)
      return search(session, question)
    },
  },
  around: { manner: 'next', run: (session, _call, place, which) => around(session, place, which) },
  locate: { manner: 'next', run: (session, _call, folder, path) => locate(session, folder, path) },
  sent: { manner: 'next', run: ({ db }) => db.all<SentText>('SELECT * FROM sent ORDER BY at LIMIT 500') },
  forgetSent: { manner: 'next', run: ({ db }, _call, ids) => forgetSent(db, ids) },
  removeEverything: {
    manner: 'alone',
    run: () => {
      holder.removeEverything()
      return null
    },
  },
})

function setFolders({ db, changes, missing, orphans }: Session, folders: readonly KnowledgeFolder[]): null {
  const known = new Map(db.all<{ id: string; path: string }>('SELECT id, path FROM folders').map(({ id, path }) => [id, path]))
  for (const [id, path] of known) {
    if (folders.some((each) => each.id === id && each.path === path)) continue
    db.transaction(() => {
      for (const file of db.all<{ id: number }>('SELECT id FROM files WHERE folder = ?', id)) removeFile(db, file.id)
      db.run('DELETE FROM folders WHERE id = ?', id)
    })
    changes.delete(id)
    missing.delete(id)
    orphans.left()
    known.delete(id)
  }
  for (const { id, path } of folders.filter((each) => !known.has(each.id))) {
    db.run('INSERT INTO folders VALUES (?, ?)', id, path)
    changes.set(id, 'anything')
  }
  return null
}

/** More than these are not looked at one by one. */
const MOST_PATHS = 200

function changed({ changes }: Session, folder: string, paths: readonly string[] | null): null {
  const known = changes.get(folder)
  const all = paths === null || known === 'anything' ? null : new Set([...(known ?? []), ...paths])
  changes.set(folder, all === null || all.size > MOST_PATHS ? 'anything' : all)
  return null
}

/** One piece: first what is there, then what stands in it, then what is not there any more, vectors last. */
async function work(session: Session, call: Call, access: EmbedderAccess | null): Promise<WorkValue<'work'>> {
  session.embeddings.use(access)
  await piece(session, () => call.cancelled())
  return status(session, isIdle(session))
}

async function piece(session: Session, stopped: () => boolean): Promise<void> {
  const { changes, orphans, embeddings } = session
  const [next] = changes
  if (next !== undefined) {
    const [folder, what] = next
    changes.delete(folder)
    return lookAgain(session, folder, what)
  }
  if (orphans.isDue(true)) return orphans.clean()
  if (await readSome(session, stopped)) return
  if (orphans.isDue(false)) return orphans.clean()
  if (embeddings.isDue) await unless(stopped, embeddings.embedSome(), () => embeddings.stop())
}

const TICK_MS = 100

/** Waits for something that is broken off when nobody wants it any more. */
async function unless(stopped: () => boolean, work: Promise<void>, stop: () => void): Promise<void> {
  let unwatch = (): void => undefined
  const tick = (): void => {
    if (stopped()) stop()
    else unwatch = systemTimers.after(TICK_MS, tick)
  }
  tick()
  await work.finally(() => unwatch())
}

/** As many small files as a moment holds. */
const MOMENT_MS = 100

async function readSome(session: Session, stopped: () => boolean): Promise<boolean> {
  const until = performance.now() + MOMENT_MS
  let read = 0
  while (!stopped() && session.changes.size === 0 && (read === 0 || performance.now() < until) && (await readNext(session, stopped))) read += 1
  return read > 0
}

interface FileQuery {
  readonly folder: string
  readonly only: 'all' | 'unread'
  readonly after: string | null
  readonly limit: number
}

interface FileRow {
  readonly path: string
  readonly bytes: number
  readonly state: KnowledgeFileState['kind']
  readonly reason: UnreadReason | null
}

const stateOf = (kind: FileRow['state'], reason: UnreadReason | null): KnowledgeFileState =>
  kind === 'unread' || kind === 'partly' ? { kind, reason: reason ?? 'damaged' } : { kind }

function files({ db }: Session, { folder, only, after, limit }: FileQuery): Page<KnowledgeFile> {
  const which = only === 'all' ? '' : "AND state IN ('unread', 'partly') AND reason <> 'kind'"
  const rows = db.all<FileRow>(`SELECT path, bytes, state, reason FROM files WHERE folder = ? AND path > ? ${which} ORDER BY path LIMIT ?`, folder, after ?? '', limit + 1)
  return { rows: rows.slice(0, limit).map(({ path, bytes, state, reason }) => ({ folder, path, bytes, state: stateOf(state, reason) })), more: rows.length > limit }
}

async function locate(session: Session, folder: string, path: string): Promise<string | null> {
  const root = folderPath(session, folder)
  if (root === null || session.db.get('SELECT 1 FROM files WHERE folder = ? AND path = ?', folder, path) === undefined) return null
  return realInside(root, path, session.own).catch(() => null)
}

function forgetSent(db: Session['db'], ids: readonly string[]): null {
  for (const id of ids) db.run('DELETE FROM sent WHERE id = ?', id)
  return null
}
