import type { ConversationId } from '../../../../../shared/ids'
import { plainLine } from '../../../../../shared/text/plain-line'
import { ownTitle, setTitle } from '../items/conversation-rows'
import { conversationRow } from '../database/rows'
import type { Session } from '../session'

/** An empty title gives back the one by itself. */
export function rename({ db }: Session, conversation: ConversationId, title: string): null {
  db.transaction(() => {
    const known = conversationRow(db, conversation)
    if (known === undefined) return
    const given = plainLine(title).trim()
    if (given === '') setTitle(db, known.row, ownTitle(db, known.row), false)
    else setTitle(db, known.row, given, true)
  })
  return null
}

export function pin({ db }: Session, conversation: ConversationId, pinned: boolean): null {
  db.run('UPDATE conversations SET pinned = ? WHERE id = ?', Number(pinned), conversation)
  return null
}
