import { firstCharacters } from '../../../../../shared/text/characters'
import { type PlacedChunk, text } from '../../../core/passages'
import type { KnowledgeText, PassagePlace } from '../../../core/ports'
import type { Session } from '../session'

/** What is read at once: a page or two. */
const CHUNKS = 4
const MOST_CHARS = 4_000

/** The text of a file around a passage that was found in it, or the part before or after it. */
export function around({ db }: Session, place: PassagePlace, which: 'here' | 'before' | 'after'): KnowledgeText | null {
  const file = db.get<{ text: number | null }>('SELECT text FROM files WHERE folder = ? AND path = ?', place.folder, place.path)
  const found = file?.text === undefined || file.text === null ? undefined : placeOf(db, file.text, place.text)
  if (file === undefined || file.text === null || found === undefined) return null
  const from = Math.max(0, { here: found - 1, before: found - CHUNKS, after: found + 1 }[which])
  const chunks = db.all<PlacedChunk>('SELECT text, place, page, heading, overlap, body FROM chunks WHERE text = ? AND place >= ? ORDER BY place LIMIT ?', file.text, from, CHUNKS)
  const [first] = chunks
  if (first === undefined) return null
  const last = chunks.at(-1)?.place ?? from
  return {
    text: firstCharacters(text(chunks), MOST_CHARS),
    page: first.page,
    heading: first.heading,
    before: from > 0,
    after: db.get('SELECT 1 FROM chunks WHERE text = ? AND place = ?', file.text, last + 1) !== undefined,
  }
}

/** A passage begins as its chunk does. */
function placeOf(db: Session['db'], text: number, passage: string): number | undefined {
  const head = passage.slice(0, 200)
  return db.get<{ place: number }>('SELECT place FROM chunks WHERE text = ? AND (substr(body, 1, length(?)) = ? OR substr(?, 1, length(body)) = body) ORDER BY place LIMIT 1', text, head, head, head)?.place
}
