import { indexed } from '../../../../history/core/words'
import { FOUND_LIMITS } from '../../../core/passages'
import { anyExpression, enoughOf, partExpression, type Term, termExpression, termsIn } from '../../../core/question'
import type { Database } from '../../../../platform/adapters/database/connection'

/** Looked at for each that is wanted: of a text that no file has any more, or with too few of the words. */
const SPARE = 3
const { candidates, passages: most } = FOUND_LIMITS

/** A word of so many chunks says little of any of them, and ranking them all would be most of what a question costs. */
const COMMON = 5_000

const isCommon = (db: Database, term: Term): boolean =>
  db.get<{ count: number }>(`SELECT count(*) AS count FROM (SELECT 1 FROM words WHERE words MATCH ? LIMIT ${String(COMMON)})`, termExpression(term))?.count === COMMON

/** Any of the words that are not everywhere; where all of them are, those chunks that have all. */
function rankedBy(db: Database, terms: readonly Term[]): string {
  const rarer = terms.filter((term) => !isCommon(db, term))
  return rarer.length > 0 ? anyExpression(rarer) : terms.map(termExpression).join(' AND ')
}

/** With enough of the words in them; parts of words where whole ones find little. */
export function foundByWords(db: Database, terms: readonly Term[]): readonly number[] {
  const limit = candidates * SPARE
  const whole = db.all<{ id: number }>("SELECT rowid AS id FROM words WHERE words MATCH ? AND rank MATCH 'bm25(1.0, 2.0)' ORDER BY rank LIMIT ?", rankedBy(db, terms), limit)
  const kept = whole.map(({ id }) => id).filter((id) => hasEnough(db, id, terms, false))
  if (kept.length >= most) return kept.slice(0, candidates)
  const unknown = terms.filter((term) => db.get('SELECT 1 FROM words WHERE words MATCH ? LIMIT 1', termExpression(term)) === undefined)
  const parts = unknown.flatMap((term) => partExpression(term) ?? []).map((expression) => `(${expression})`)
  if (parts.length === 0) return kept
  const inside = db.all<{ id: number }>('SELECT rowid AS id FROM parts WHERE parts MATCH ? LIMIT ?', parts.slice(0, 4).join(' OR '), limit)
  return [...new Set([...kept, ...inside.map(({ id }) => id).filter((id) => hasEnough(db, id, terms, true))])].slice(0, candidates)
}

function hasEnough(db: Database, id: number, terms: readonly Term[], inside: boolean): boolean {
  const row = db.get<{ body: string; heading: string | null }>('SELECT body, heading FROM chunks WHERE id = ?', id)
  return row !== undefined && termsIn(terms, indexed(`${row.heading ?? ''} ${row.body}`), inside) >= enoughOf(terms)
}
