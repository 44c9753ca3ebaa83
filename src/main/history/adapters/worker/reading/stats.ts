import { statSync } from 'node:fs'
import type { HistoryStats } from '../../../../../shared/history'
import type { Database } from '../../../../platform/adapters/database/connection'
import { COMPANIONS, databasePath } from '../database/files'
import type { Session } from '../session'

type Records = 'actions' | 'facts' | 'reminders'

export const countOf = (db: Database, table: 'conversations' | 'items' | 'drafts' | 'ledger' | 'audio' | Records): number =>
  db.get<{ count: number }>(`SELECT count(*) AS count FROM ${table}`)?.count ?? 0

/** With its log. */
const databaseBytes = (folder: string): number =>
  COMPANIONS.reduce((sum, companion) => sum + (statSync(`${databasePath(folder)}${companion}`, { throwIfNoEntry: false })?.size ?? 0), 0)

/** What is in sight, and what it weighs on the disk. */
export function stats({ db, folder }: Session): HistoryStats {
  const talks = db.get<{ conversations: number; items: number }>(
    'SELECT count(*) AS conversations, coalesce(sum(items), 0) AS items FROM conversations WHERE hidden = 0 AND items > 0',
  )
  const sound = db.get<{ files: number; bytes: number }>('SELECT count(*) AS files, coalesce(sum(bytes), 0) AS bytes FROM audio')
  return {
    conversations: talks?.conversations ?? 0,
    items: talks?.items ?? 0,
    drafts: countOf(db, 'drafts'),
    databaseBytes: databaseBytes(folder),
    audioFiles: sound?.files ?? 0,
    audioBytes: sound?.bytes ?? 0,
    actions: countOf(db, 'actions'),
    facts: countOf(db, 'facts'),
    reminders: countOf(db, 'reminders'),
  }
}
