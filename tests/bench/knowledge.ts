import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { indexed } from '../../src/main/history/core/words'
import { createSessionHolder } from '../../src/main/knowledge/adapters/worker/session-holder'
import { search } from '../../src/main/knowledge/adapters/worker/searching/search'
import type { Session } from '../../src/main/knowledge/adapters/worker/session'
import { saveText } from '../../src/main/knowledge/adapters/worker/texts/save-text'
import { toInt8 } from '../../src/main/knowledge/core/int8'
import { extensionTable } from '../../src/main/knowledge/adapters/worker/vectors/vector-table'

/**
 * What a question costs in a large index: 100,000 chunks of a thousand characters in 5,000 files, words by Zipf's law, vectors of 512 bytes
 * around 200 directions. CPU of the whole process, of which nothing else is asked; no server is, for the questions' vectors are known.
 */
const { values } = parseArgs({ options: { chunks: { type: 'string', default: '100000' }, questions: { type: 'string', default: '200' } } })
const CHUNKS = Number(values.chunks)
const EACH = 20
const LENGTH = 512
const URL_OF = 'http://127.0.0.1:9/v1'

let seed = 7
const random = (): number => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647
const SYLLABLES = ['ba', 'ker', 'li', 'mon', 'ta', 'ri', 'sel', 'do', 'ven', 'tu', 'har', 'po', 'ni', 'gel', 'fra', 'zu']
const WORDS = Array.from({ length: 60_000 }, (_, rank) => Array.from({ length: 2 + (rank % 3) }, (__, place) => SYLLABLES[(rank * 7 + place * 13 + Math.floor(rank / 16 ** place)) % 16] ?? '').join('') + String.fromCharCode(97 + (rank % 26)))
/** The first words are in every text, as "the" and "und" are. */
const word = (): string => WORDS[Math.floor(WORDS.length ** random()) - 1] ?? 'end'
const text = (): string => {
  let made = ''
  while (made.length < 1_000) made += `${word()} `
  return made
}
const CENTRES = Array.from({ length: 200 }, () => Array.from({ length: LENGTH }, () => random() * 2 - 1))
const vector = (): Int8Array => {
  const centre = CENTRES[Math.floor(random() * CENTRES.length)] ?? []
  return toInt8(centre.map((value) => value + (random() - 0.5))) ?? new Int8Array(LENGTH)
}

async function fill({ db }: Session): Promise<void> {
  db.run('INSERT INTO folders VALUES (?, ?)', 'f', '/nowhere')
  db.run("INSERT INTO spaces (id, url, model, asked, prefixes, dimensions, former) VALUES (1, ?, 'm', NULL, ?, ?, 0)", URL_OF, JSON.stringify(['', '']), LENGTH)
  const vectors = extensionTable(db, 'vectors_1', LENGTH)
  for (let file = 0; file < CHUNKS / EACH; file += 1) {
    const chunks = Array.from({ length: EACH }, text).map((body) => ({ body, heading: null, page: null, overlap: 0, words: indexed(body), headingWords: '' }))
    const id = await saveText(db, { sha: String(file), kind: 'text', partly: null, chunks }, () => undefined)
    db.transaction(() => {
      db.run("INSERT INTO files (folder, path, bytes, changed, text, state, reason, seen) VALUES ('f', ?, 20000, 0, ?, 'read', NULL, 0)", `file${String(file)}.txt`, id)
      for (const chunk of db.all<{ id: number }>('SELECT id FROM chunks WHERE text = ?', id)) vectors.put(chunk.id, vector())
      db.run('UPDATE chunks SET embedded = 1 WHERE text = ?', id)
    })
  }
}

interface Cost {
  readonly cpuMs: number
  readonly mode: string
}

async function ask(session: Session, question: string): Promise<Cost> {
  const since = process.cpuUsage()
  const { mode } = await search(session, { text: question, file: null, letter: 'A', private: false })
  const { user, system } = process.cpuUsage(since)
  return { cpuMs: (user + system) / 1_000, mode }
}

const at = (sorted: readonly number[], share: number): string => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1)

async function measure(session: Session, name: string, questions: readonly string[]): Promise<void> {
  const costs: Cost[] = []
  for (const question of questions) costs.push(await ask(session, question))
  const sorted = costs.map(({ cpuMs }) => cpuMs).toSorted((a, b) => a - b)
  const both = costs.filter(({ mode }) => mode === 'both').length
  console.log(`${name}: CPU ms p50 ${at(sorted, 0.5)}, p95 ${at(sorted, 0.95)}, worst ${at(sorted, 1)} (${String(both)} of ${String(costs.length)} with vectors)`)
}

async function bench(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-bench-'))
  const holder = createSessionHolder({ folder, reader: 'file:///none', own: [], gate: new SharedArrayBuffer(4) })
  try {
    const session = holder.get()
    const since = performance.now()
    await fill(session)
    console.log(`${String(CHUNKS)} chunks in ${((performance.now() - since) / 1_000).toFixed(0)} s`)
    const questions = Array.from({ length: Number(values.questions) }, () => Array.from({ length: 6 }, word).join(' '))
    await measure(session, 'words', questions)
    session.embeddings.use({ url: URL_OF, model: 'm', dimensions: null, queryPrefix: '', passagePrefix: '', secret: null })
    for (const question of questions) {
      const made = vector()
      session.db.run('INSERT OR REPLACE INTO questions VALUES (1, ?, ?, 0)', question, new Uint8Array(made.buffer))
    }
    await measure(session, 'words and vectors', questions)
    session.db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    console.log(`file ${((await stat(join(folder, 'knowledge.db'))).size / 1e6).toFixed(0)} MB, memory ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB (the mapped file is part of it), heap ${(process.memoryUsage().heapUsed / 1e6).toFixed(0)} MB`)
  } finally {
    await holder.close()
    await rm(folder, { recursive: true, force: true })
  }
}

await bench()
