import { storableTime } from '../../../core/storable'
import type { Draft } from '../../../../../shared/history'
import { conversationId, draftId, type DraftId } from '../../../../../shared/ids'
import { bytesOf, pcmOf } from '../audio/pcm'
import type { Session } from '../session'

export function saveDraft({ db }: Session, draft: Draft, pcm: Int16Array): null {
  db.run('INSERT OR REPLACE INTO drafts (id, conversation, created_at, ms, pcm, said_to) VALUES (?, ?, ?, ?, ?, ?)', draft.id, draft.conversation, storableTime(draft.createdAt), draft.ms, bytesOf(pcm), draft.saidTo)
  return null
}

/** Newest last, as they were said. */
export function drafts({ db }: Session): readonly Draft[] {
  const rows = db.all<{ id: string; conversation: string | null; created_at: number; ms: number; said_to: string | null }>(
    'SELECT id, conversation, created_at, ms, said_to FROM drafts ORDER BY created_at, id',
  )
  return rows.map((row) => ({
    id: draftId(row.id), conversation: row.conversation === null ? null : conversationId(row.conversation), createdAt: row.created_at, ms: row.ms, saidTo: row.said_to,
  }))
}

export function draftAudio({ db }: Session, draft: DraftId): Int16Array | null {
  const row = db.get<{ pcm: Uint8Array }>('SELECT pcm FROM drafts WHERE id = ?', draft)
  return row === undefined ? null : pcmOf(row.pcm)
}

export function removeDraft({ db }: Session, draft: DraftId): null {
  db.run('DELETE FROM drafts WHERE id = ?', draft)
  return null
}
