import { markAll, snippet } from '../../../core/mark'
import { INDEXED_CHARS } from '../../../core/words'
import { matchExpression, phrasesOf, type Phrase } from '../../../core/query'
import type { SearchHit } from '../../../../../shared/history'
import { conversationId, itemId } from '../../../../../shared/ids'
import type { Session } from '../session'

interface Found {
  readonly conversation: string
  readonly title: string
  readonly item: string
  readonly role: SearchHit['role']
  readonly text: string
  readonly at: number
}

/** Further no text is searched; and a page of hits must not hold a page of novels. */
const FOUND = `c.id AS conversation, c.title, i.id AS item, i.role, substr(i.text, 1, ${String(INDEXED_CHARS)}) AS text, i.created_at AS at`

/** Rows are numbered by time (history/core/time-row): the index is read from its newest end and left after `limit` hits. */
const IN_ITEMS = `
SELECT ${FOUND} FROM item_words w CROSS JOIN items i ON i.row = w.rowid CROSS JOIN conversations c ON c.row = i.conversation
WHERE item_words MATCH ? AND i.hidden = 0 AND c.hidden = 0 ORDER BY w.rowid DESC LIMIT ?`

/** A title stands for its conversation, which is shown by its newest item. */
const IN_TITLES = `
SELECT ${FOUND} FROM title_words w CROSS JOIN conversations c ON c.row = w.rowid CROSS JOIN items i
  ON i.row = (SELECT row FROM items WHERE conversation = c.row AND hidden = 0 ORDER BY position DESC LIMIT 1)
WHERE title_words MATCH ? AND c.hidden = 0 ORDER BY w.rowid DESC LIMIT ?`

const hitOf = ({ conversation, title, item, role, text, at }: Found, phrases: readonly Phrase[]): SearchHit => ({
  conversation: conversationId(conversation),
  item: itemId(item),
  role,
  title: markAll(title, phrases),
  snippet: snippet(text, phrases),
  at,
})

/** Newest first. A conversation whose title matches is added only where none of its items does. */
export function search({ db }: Session, text: string, limit: number): readonly SearchHit[] {
  const phrases = phrasesOf(text)
  if (phrases.length === 0) return []
  const expression = matchExpression(phrases)
  const inItems = db.all<Found>(IN_ITEMS, expression, limit)
  const seen = new Set(inItems.map((found) => found.conversation))
  const inTitles = db.all<Found>(IN_TITLES, expression, limit).filter((found) => !seen.has(found.conversation))
  const found = [...inItems, ...inTitles].toSorted((a, b) => b.at - a.at)
  return found.slice(0, limit).map((one) => hitOf(one, phrases))
}
