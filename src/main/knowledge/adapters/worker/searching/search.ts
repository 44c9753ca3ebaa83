import { setTimeout as delay } from 'node:timers/promises'
import type { KnowledgeFound, KnowledgePassage } from '../../../../../shared/knowledge'
import { indexed } from '../../../../history/core/words'
import { fuse, spread } from '../../../core/fusion'
import { FOUND_LIMITS, passagesOf, type PlacedChunk } from '../../../core/passages'
import type { KnowledgeQuestion } from '../../../core/ports'
import { anyExpression, enoughOf, partExpression, type Term, termExpression, termsIn, termsOf } from '../../../core/question'
import type { Session } from '../session'

/** Nobody waits longer for a server elsewhere, to be answered by what is here. */
const VECTOR_WAIT_MS = 250
/** Looked at for each that is wanted: of a text that no file has any more, or with too few of the words. */
const SPARE = 3

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
  const byWords = foundByWords(session, terms)
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

/** With enough of the words in them; parts of words where whole ones find little. */
function foundByWords({ db }: Session, terms: readonly Term[]): readonly number[] {
  const limit = candidates * SPARE
  const whole = db.all<{ id: number }>("SELECT rowid AS id FROM words WHERE words MATCH ? AND rank MATCH 'bm25(1.0, 2.0)' ORDER BY rank LIMIT ?", anyExpression(terms), limit)
  const kept = whole.map(({ id }) => id).filter((id) => hasEnough(db, id, terms, false))
  if (kept.length >= most) return kept.slice(0, candidates)
  const unknown = terms.filter((term) => db.get('SELECT 1 FROM words WHERE words MATCH ? LIMIT 1', termExpression(term)) === undefined)
  const parts = unknown.flatMap((term) => partExpression(term) ?? []).map((expression) => `(${expression})`)
  if (parts.length === 0) return kept
  const inside = db.all<{ id: number }>('SELECT rowid AS id FROM parts WHERE parts MATCH ? LIMIT ?', parts.slice(0, 4).join(' OR '), limit)
  return [...new Set([...kept, ...inside.map(({ id }) => id).filter((id) => hasEnough(db, id, terms, true))])].slice(0, candidates)
}

function hasEnough(db: Session['db'], id: number, terms: readonly Term[], inside: boolean): boolean {
  const row = db.get<{ body: string; heading: string | null }>('SELECT body, heading FROM chunks WHERE id = ?', id)
  return row !== undefined && termsIn(terms, indexed(`${row.heading ?? ''} ${row.body}`), inside) >= enoughOf(terms)
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
