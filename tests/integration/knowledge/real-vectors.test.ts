import { getLoadablePath } from '@photostructure/sqlite-vec'
import { expect, test } from 'vitest'
import { indexed } from '../../../src/main/history/core/words'
import { openConnection, type Database } from '../../../src/main/platform/adapters/database/connection'
import { SCHEMA } from '../../../src/main/knowledge/adapters/worker/database/schema'
import { foundByWords } from '../../../src/main/knowledge/adapters/worker/searching/by-words'
import { extensionTable, type VectorTable } from '../../../src/main/knowledge/adapters/worker/vectors/vector-table'
import { fuse } from '../../../src/main/knowledge/core/fusion'
import { toInt8 } from '../../../src/main/knowledge/core/int8'
import { termsOf } from '../../../src/main/knowledge/core/question'
import { cosine, type RealChunk, realChunks } from '../../support/knowledge/real-vectors'

const bytes = (vector: readonly number[]): Int8Array => toInt8(vector) ?? new Int8Array(vector.length)

function stored(chunks: readonly RealChunk[]): { readonly db: Database; readonly vectors: VectorTable } {
  const db = openConnection(':memory:', 'extensible')
  db.extend(getLoadablePath())
  db.exec(SCHEMA)
  const vectors = extensionTable(db, 'vectors_1', 384)
  db.transaction(() =>
    chunks.forEach(({ text, vector }, index) => {
      db.run('INSERT INTO chunks (id, text, place, overlap, body, chars, hash) VALUES (?, ?, 0, 0, ?, ?, ?)', index, index, text, text.length, new Uint8Array([index % 256, index >> 8]))
      db.run('INSERT INTO words(rowid, body, heading) VALUES (?, ?, ?)', index, indexed(text), '')
      db.run('INSERT INTO parts(rowid, body) VALUES (?, ?)', index, indexed(text))
      vectors.put(index, bytes(vector))
    }),
  )
  return { db, vectors }
}

/** Every tenth chunk is a question, by its title and its vector; it is answered by any of the three that the exact vectors call nearest. */
test('with real vectors: bytes find what floats find, and words gain by them', () => {
  const all = realChunks()
  const asked = all.filter((_, index) => index % 10 === 0)
  const kept = all.filter((_, index) => index % 10 !== 0)
  const { db, vectors } = stored(kept)
  const counts = { recall: 0, words: 0, both: 0 }
  const cpu: number[] = []
  for (const question of asked) {
    const exact = kept.map(({ vector }, id) => ({ id, score: cosine(vector, question.vector) })).toSorted((a, b) => b.score - a.score).map(({ id }) => id)
    const isAnswered = (ids: readonly number[]) => Number(exact.slice(0, 3).some((id) => ids.slice(0, 5).includes(id)))
    const since = process.cpuUsage()
    const byVector = vectors.nearest(bytes(question.vector), 20)
    const byWords = foundByWords(db, termsOf(question.title))
    const both = fuse([byWords, byVector])
    const { user, system } = process.cpuUsage(since)
    cpu.push((user + system) / 1_000)
    counts.recall += exact.slice(0, 10).filter((id) => byVector.slice(0, 10).includes(id)).length / 10
    counts.words += isAnswered(byWords)
    counts.both += isAnswered(both)
  }
  db.close()
  const share = (count: number) => Number((count / asked.length).toFixed(3))
  console.log({ questions: asked.length, recallAt10: share(counts.recall), successAt5: { words: share(counts.words), both: share(counts.both) }, cpuMs: cpu.toSorted((a, b) => a - b)[Math.floor(cpu.length / 2)] })
  expect([asked.length, share(counts.recall) >= 0.99, share(counts.both) >= 0.9, counts.both > counts.words]).toEqual([78, true, true, true])
})
