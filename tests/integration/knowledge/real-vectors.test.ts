import { getLoadablePath } from '@photostructure/sqlite-vec'
import { expect, test } from 'vitest'
import { indexed } from '../../../src/main/history/core/words'
import { connect, type Connection } from '../../../src/main/knowledge/adapters/worker/database/connection'
import { SCHEMA } from '../../../src/main/knowledge/adapters/worker/database/schema'
import { foundByWords } from '../../../src/main/knowledge/adapters/worker/searching/by-words'
import { extensionTable, type VectorTable } from '../../../src/main/knowledge/adapters/worker/vectors/vector-table'
import { fuse } from '../../../src/main/knowledge/core/fusion'
import { toInt8 } from '../../../src/main/knowledge/core/int8'
import { termsOf } from '../../../src/main/knowledge/core/question'
import { cosine, type RealChunk, realChunks } from '../../support/knowledge/real-vectors'

const bytes = (vector: readonly number[]): Int8Array => toInt8(vector) ?? new Int8Array(vector.length)

function stored(chunks: readonly RealChunk[]): { readonly db: Connection; readonly vectors: VectorTable } {
  const db = connect(':memory:')
  db.extend(getLoadablePath())
  db.exec(SCHEMA)
  const vectors = extensionTable(db, 384)
  db.transaction(() =>
    chunks.forEach(({ text, vector }, index) => {
      db.run('INSERT INTO chunks (id, text, place, overlap, body, chars) VALUES (?, ?, 0, 0, ?, ?)', index, index, text, text.length)
      db.run('INSERT INTO words(rowid, body, heading) VALUES (?, ?, ?)', index, indexed(text), '')
      db.run('INSERT INTO parts(rowid, body) VALUES (?, ?)', index, indexed(text))
      vectors.put(index, bytes(vector))
    }),
  )
  return { db, vectors }
}

/** Every tenth chunk is a question; what is looked for is the rest of its document. */
test('with real vectors: bytes find what floats find, and words and vectors together find more than either', () => {
  const all = realChunks()
  const asked = all.filter(({ document }, index) => index % 10 === 0 && all.some((other, place) => place % 10 !== 0 && other.document === document))
  const kept = all.filter((_, index) => index % 10 !== 0)
  const { db, vectors } = stored(kept)
  const counts = { recall: 0, words: 0, vectors: 0, both: 0 }
  const isFound = (ids: readonly number[], { document }: RealChunk) => Number(ids.slice(0, 5).some((id) => kept[id]?.document === document))
  const cpu: number[] = []
  for (const question of asked) {
    const exact = kept.map(({ vector }, id) => ({ id, score: cosine(vector, question.vector) })).toSorted((a, b) => b.score - a.score).slice(0, 10)
    const since = process.cpuUsage()
    const byVector = vectors.nearest(bytes(question.vector), 20)
    const byWords = foundByWords(db, termsOf(question.text.slice(0, 200)))
    const both = fuse([byWords, byVector])
    const { user, system } = process.cpuUsage(since)
    cpu.push((user + system) / 1_000)
    counts.recall += exact.filter(({ id }) => byVector.slice(0, 10).includes(id)).length / 10
    counts.words += isFound(byWords, question)
    counts.vectors += isFound(byVector, question)
    counts.both += isFound(both, question)
  }
  db.close()
  const share = (count: number) => count / asked.length
  console.log({ questions: asked.length, recallAt10: share(counts.recall), successAt5: { words: share(counts.words), vectors: share(counts.vectors), both: share(counts.both) }, cpuMs: cpu.toSorted((a, b) => a - b)[Math.floor(cpu.length / 2)] })
  expect([asked.length > 50, share(counts.recall) >= 0.97, share(counts.both) >= Math.max(share(counts.words), share(counts.vectors)) - 0.03]).toEqual([true, true, true])
})
