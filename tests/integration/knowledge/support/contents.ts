import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'

/** All that an index holds, without what is only a number of its own. Of a closed one. */
export function contentsOf(index: string) {
  const db = new DatabaseSync(join(index, 'knowledge.db'))
  try {
    for (const table of ['words', 'parts', 'names']) db.exec(`INSERT INTO ${table}(${table}) VALUES ('integrity-check')`)
    return {
      files: db.prepare('SELECT f.folder, f.path, f.state, f.reason, f.bytes, t.sha, t.ready FROM files f LEFT JOIN texts t ON t.id = f.text ORDER BY f.folder, f.path').all(),
      texts: db.prepare('SELECT sha, kind, partly, ready FROM texts ORDER BY sha').all(),
      chunks: db.prepare('SELECT t.sha, c.place, c.page, c.heading, c.overlap, c.body FROM chunks c JOIN texts t ON t.id = c.text ORDER BY t.sha, c.place').all(),
      orphans: db.prepare('SELECT count(*) AS count FROM chunks WHERE text NOT IN (SELECT id FROM texts)').get(),
      indexed: db.prepare('SELECT (SELECT count(*) FROM words_docsize) AS words, (SELECT count(*) FROM parts_docsize) AS parts, (SELECT count(*) FROM chunks) AS chunks').get(),
      sound: db.prepare('PRAGMA integrity_check').all(),
    }
  } finally {
    db.close()
  }
}
