import type { Page } from '../../../../../shared/history'
import type { SentText, SentTotals } from '../../../../../shared/knowledge/passages'
import { storableTime } from '../../../core/storable'
import type { Session } from '../session'

/** What is told a second time, because nobody knows whether the first was written, stays as it was. */
export function saveSentText({ db }: Session, sent: readonly SentText[]): null {
  db.transaction(() => {
    for (const { id, at, host, bytes, characters, files, kind } of sent) {
      db.run('INSERT OR IGNORE INTO sent_text (id, at, host, bytes, characters, files, kind) VALUES (?, ?, ?, ?, ?, ?, ?)', id, storableTime(at), host, bytes, characters, files, kind)
    }
  })
  return null
}

/** What was sent in the same millisecond stays on one page: the next begins before that time. */
export function sentText({ db }: Session, before: number | null, limit: number): Page<SentText> {
  const below = before ?? Number.MAX_VALUE
  const floor = db.get<{ at: number }>('SELECT at FROM sent_text WHERE at < ? ORDER BY at DESC LIMIT 1 OFFSET ?', below, limit - 1)?.at ?? -1
  const rows = db.all<SentText>('SELECT id, at, host, bytes, characters, files, kind FROM sent_text WHERE at < ? AND at >= ? ORDER BY at DESC, id DESC', below, floor)
  return { rows: rows.map((row) => ({ ...row })), more: db.get('SELECT 1 FROM sent_text WHERE at < ? LIMIT 1', floor) !== undefined }
}

export function forgetSentText({ db }: Session, before: number): null {
  db.run('DELETE FROM sent_text WHERE at < ?', before)
  return null
}

export function sentTotals({ db }: Session): SentTotals {
  return { ...(db.get<SentTotals>('SELECT count(*) AS sendings, coalesce(sum(bytes), 0) AS bytes, coalesce(sum(characters), 0) AS characters FROM sent_text') ?? { sendings: 0, bytes: 0, characters: 0 }) }
}
