import { createHash } from 'node:crypto'
import { createBreather } from '../../../../platform/worker/slices'
import type { FileKind } from '../../../core/file-kind'
import type { UnreadReason } from '../../../../../shared/knowledge/passages'
import type { ReadChunk } from '../../reader/read-file'
import type { Database } from '../../../../platform/adapters/database/connection'

export interface NewText {
  readonly sha: string
  readonly kind: FileKind
  readonly partly: UnreadReason | null
  readonly chunks: readonly ReadChunk[]
}

/** A chunk is written whose text may be there already, by this hash. */
export type Inherit = (chunk: number, hash: Uint8Array) => void

export interface KnownText {
  readonly id: number
  readonly partly: UnreadReason | null
}

/** What was read of the same bytes before, under whatever name. */
export const knownText = (db: Database, sha: string, kind: FileKind): KnownText | undefined =>
  db.get<KnownText>('SELECT id, partly FROM texts WHERE sha = ? AND kind = ? AND ready = 1', sha, kind)

/** In slices; it is found when all of it is there. One that was half written, by a run that was killed or broken off, has no file and is no text. */
export async function saveText(db: Database, { sha, kind, partly, chunks }: NewText, inherit: Inherit): Promise<number> {
  const breathe = createBreather()
  db.run('UPDATE texts SET sha = sha || ? WHERE sha = ? AND kind = ?', ` was ${String(performance.now())}`, sha, kind)
  const text = db.insert('INSERT INTO texts (sha, kind, partly, chars, ready) VALUES (?, ?, ?, ?, 0)', sha, kind, partly, chunks.reduce((sum, { body }) => sum + body.length, 0))
  for (let from = 0; from < chunks.length; from += 20) {
    db.transaction(() => chunks.slice(from, from + 20).forEach((chunk, index) => inherit(...saveChunk(db, text, from + index, chunk))))
    await breathe()
  }
  db.run('UPDATE texts SET ready = 1 WHERE id = ?', text)
  return text
}

/** What it is embedded as, but for the prefix of the model. */
const hashOf = ({ heading, body }: ReadChunk): Uint8Array => createHash('sha256').update(`${heading ?? ''}\n${body}`).digest().subarray(0, 16)

function saveChunk(db: Database, text: number, place: number, chunk: ReadChunk): readonly [number, Uint8Array] {
  const { body, heading, page, overlap, words, headingWords } = chunk
  const hash = hashOf(chunk)
  const id = db.insert('INSERT INTO chunks (text, place, page, heading, overlap, body, chars, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)', text, place, page, heading, overlap, body, body.length, hash)
  db.run('INSERT INTO words(rowid, body, heading) VALUES (?, ?, ?)', id, words, headingWords)
  db.run('INSERT INTO parts(rowid, body) VALUES (?, ?)', id, words)
  return [id, hash]
}
