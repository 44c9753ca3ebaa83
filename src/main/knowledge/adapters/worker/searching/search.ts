import { setTimeout as delay } from 'node:timers/promises'
import type { KnowledgeFound, KnowledgePassage } from '../../../../../shared/knowledge/passages'
import { indexed } from '../../../../history/core/words'
import { fuse, spread } from '../../../core/fusion'
import { FOUND_LIMITS, passagesOf, type PlacedChunk } from '../../../core/passages'
import type { KnowledgeQuestion } from '../../../core/ports'
import { anyExpression, type Term, termsOf } from '../../../core/question'
import type { Session } from '../session'
import { foundByWords } from './by-words'

/** Nobody waits longer for a server elsewhere, to be answered by what is here. */
const VECTOR_WAIT_MS = 250

interface ChunkRow extends PlacedChunk {
  readonly id: number
  readonly file: number
  readonly folder: string
  readonly path: string
}

const { candidates, each, passages: most } = FOUND_LIMITS

/** Words at once, vectors if they come in time. */
export async function search(session: Session, question: KnowledgeQuestion): Promise<KnowledgeFound> {
  const terms = termsOf(question.text)
  if (terms.length === 0) return { mode: 'words', passages: [] }
  const vector = session.embeddings.question(question.text, question.private)
  const byWords = foundByWords(session.db, terms)
  const inTime = await Promise.race([vector, delay(VECTOR_WAIT_MS, null, { ref: false })])
  const byVector = inTime === null ? [] : session.embeddings.nearest(inTime, candidates)
  const rows = new Map<number, ChunkRow>()
  const inFile = question.file === null ? null : indexed(question.file)
  for (const id of fuse([byWords, byVector], [namedFirst(session, terms, [...byWords, ...byVector])])) {
    const row = chunkRow(session, id)
    if (row !== null && (inFile === null || indexed(row.path).includes(inFile))) rows.set(id, row)
  }
  return { mode: inTime === null ? 'words' : 'both', passages: cited(question.letter, [...rows.values()]) }
}

/** Chunks of files whose names have the words, before the others. */
function namedFirst({ db }: Session, terms: readonly Term[], found: readonly number[]): readonly number[] {
  const texts = new Set(
    db.all<{ text: number }>('SELECT f.text FROM names n CROSS JOIN files f ON f.id = n.rowid WHERE names MATCH ? AND f.text IS NOT NULL ORDER BY rank LIMIT 20', anyExpression(terms)).map(({ text }) => text),
  )
  return texts.size === 0 ? [] : found.filter((id) => texts.has(db.get<{ text: number }>('SELECT text FROM chunks WHERE id = ?', id)?.text ?? -1))
}

/** Null: no file has it any more. */
function chunkRow({ db }: Session, id: number): ChunkRow | null {
  const row = db.get<ChunkRow>(
    `SELECT c.id, c.text, c.place, c.page, c.heading, c.overlap, c.body, f.id AS file, f.folder, f.path
     FROM chunks c JOIN texts t ON t.id = c.text AND t.ready = 1 JOIN files f ON f.text = c.text WHERE c.id = ? ORDER BY f.id LIMIT 1`,
    id,
  )
  return row ?? null
}

function cited(letter: string, rows: readonly ChunkRow[]): readonly KnowledgePassage[] {
  const files = new Map(rows.map((row) => [row.text, row]))
  return passagesOf(spread(rows, each, most)).flatMap(({ chunks: [first], text }, index) => {
    const file = first === undefined ? undefined : files.get(first.text)
    if (first === undefined || file === undefined) return []
    const { folder, path } = file
    return [{ cite: `${letter}${String(index + 1)}`, folder, path, file: path.slice(path.lastIndexOf('/') + 1), page: first.page, heading: first.heading, text }]
  })
}
