import { likeness } from '../../../core/int8'
import type { Database } from '../../../../platform/adapters/database/connection'

/** The vectors of chunks, all of one length and by the chunk's number as rowid. */
export interface VectorTable {
  put(chunk: number, vector: Int8Array): void
  /** Gives a chunk the vector of another one; false: that has none. */
  copy(from: number, to: number): boolean
  remove(chunks: readonly number[]): void
  /** The `count` chunks whose vectors point most nearly the same way, nearest first. */
  nearest(vector: Int8Array, count: number): readonly number[]
}

const bytesOf = (vector: Int8Array): Uint8Array => new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength)

/**
 * The sum of all differences is eight times as quick as the angle, and nearly says the same where vectors are of one size (`core/int8`): the
 * angle decides among so many only. https://github.com/asg017/sqlite-vec
 */
const ROUGHLY = 100

/** In vec0, which takes numbers as integers only where they are BigInts. */
export function extensionTable(db: Database, name: string, dimensions: number): VectorTable {
  db.exec(`CREATE VIRTUAL TABLE IF NOT EXISTS ${name} USING vec0(embedding int8[${String(dimensions)}] distance_metric=l1)`)
  const remove = (chunk: number) => db.run(`DELETE FROM ${name} WHERE rowid = ?`, BigInt(chunk))
  const put = (chunk: number, vector: Uint8Array) => {
    remove(chunk) // it knows no REPLACE
    db.run(`INSERT INTO ${name}(rowid, embedding) VALUES (?, vec_int8(?))`, BigInt(chunk), vector)
  }
  const near = `SELECT rowid, embedding FROM ${name} WHERE embedding MATCH vec_int8(?) AND k = ?`
  return {
    put: (chunk, vector) => put(chunk, bytesOf(vector)),
    copy: (from, to) => {
      const found = db.get<{ vector: Uint8Array }>(`SELECT embedding AS vector FROM ${name} WHERE rowid = ?`, BigInt(from))
      if (found !== undefined) put(to, found.vector)
      return found !== undefined
    },
    remove: (chunks) => chunks.forEach(remove),
    nearest: (vector, count) =>
      db
        .all<{ id: number }>(`SELECT rowid AS id FROM (${near}) ORDER BY vec_distance_cosine(embedding, vec_int8(?)), rowid LIMIT ?`, bytesOf(vector), BigInt(Math.max(count, ROUGHLY)), bytesOf(vector), BigInt(count))
        .map(({ id }) => id),
  }
}

/** Where no extension can be loaded: all of them are looked at here. Ten times as slow, which counts from some ten thousand chunks on. */
export function plainTable(db: Database, name: string): VectorTable {
  db.exec(`CREATE TABLE IF NOT EXISTS ${name} (id INTEGER PRIMARY KEY, vector BLOB NOT NULL)`)
  return {
    put: (chunk, vector) => void db.run(`INSERT OR REPLACE INTO ${name} VALUES (?, ?)`, chunk, bytesOf(vector)),
    copy: (from, to) => db.run(`INSERT OR REPLACE INTO ${name} SELECT ?, vector FROM ${name} WHERE id = ?`, to, from) > 0,
    remove: (chunks) => chunks.forEach((chunk) => db.run(`DELETE FROM ${name} WHERE id = ?`, chunk)),
    nearest: (vector, count) => {
      const all = db.all<{ id: number; vector: Uint8Array }>(`SELECT id, vector FROM ${name}`)
      const scored = all.map(({ id, vector: bytes }) => ({ id, score: likeness(vector, new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)) }))
      return scored.toSorted((a, b) => b.score - a.score || a.id - b.id).slice(0, count).map(({ id }) => id)
    },
  }
}
