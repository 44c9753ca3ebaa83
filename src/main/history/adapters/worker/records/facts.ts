import type { RememberedFact } from '../../../../../shared/memory'
import { storableTime } from '../../../core/storable'
import type { Session } from '../session'

export const facts = ({ db }: Session): readonly RememberedFact[] => db.all<RememberedFact>('SELECT id, text, kind, at, "by" FROM facts ORDER BY at DESC, id DESC')

export function saveFact({ db }: Session, { id, text, kind, at, by }: RememberedFact): null {
  db.run('INSERT OR REPLACE INTO facts (id, text, kind, at, "by") VALUES (?, ?, ?, ?, ?)', id, text, kind, storableTime(at), by)
  return null
}

export function removeFacts({ db }: Session, ids: readonly string[]): null {
  db.run('DELETE FROM facts WHERE id IN (SELECT value FROM json_each(?))', JSON.stringify(ids))
  return null
}
