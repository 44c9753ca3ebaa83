import { storableTime } from '../../../core/storable'
import type { ResponseUsage } from '../../../../../shared/history'
import type { Database } from '../../../../platform/adapters/database/connection'
import { takenAway } from '../failures'
import type { Session } from '../session'

export function saveUsage({ db, gone }: Session, usage: ResponseUsage): null {
  if (gone.hasConversation(usage.conversation)) throw takenAway()
  writeUsage(db, usage)
  return null
}

export function writeUsage(db: Database, usage: ResponseUsage): void {
  db.run(
    'INSERT OR REPLACE INTO usage VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    usage.conversation, usage.response, storableTime(usage.at),
    usage.inputTokens, usage.cachedTokens, usage.outputTokens, usage.inputAudioTokens, usage.outputAudioTokens,
  )
}
