import { likeness } from '../../../core/int8'
import type { Database } from '../../../../platform/adapters/database/connection'

/** The vectors of chunks, all of one length. */
export interface VectorTable {
  put(chunk: number, vector: Int8Array): void
  remove(chunks: readonly number[]): void
  /** The `count` chunks whose vectors point most nearly the same way, nearest first. */
  nearest(vector: Int8Array, count: number): readonly number[]
}

/** Made with the extension, and of no use without it. */
export const VECTORS = 'vectors'
export const PLAIN_VECTORS = 'plain_vectors'

const bytesOf = (vector: Int8Array): Uint8Array => new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength)

/** In vec0, which takes numbers as integers only where they are BigInts. */
export function extensionTable(db: Database, dimensions: number): VectorTable {
  db.exec(`CREATE VIRTUAL TABLE IF NOT EXISTS ${VECTORS} USING vec0(embedding int8[${String(dimensions)}] distance_metric=cosine)`)
  const remove = (chunk: number) => db.run(`DELETE FROM ${VECTORS} WHERE rowid = ?`, BigInt(chunk))
  return {
    put: (chunk, vector) => {
      remove(chunk) // it knows no REPLACE
      db.run(`INSERT INTO ${VECTORS}(rowid, embedding) VALUES (?, vec_int8(?))`, BigInt(chunk), bytesOf(vector))
    },
    remove: (chunks) => chunks.forEach(remove),
    nearest: (vector, count) =>
      db.all<{ id: number }>(`SELECT rowid AS id FROM ${VECTORS} WHERE embedding MATCH vec_int8(?) AND k = ? ORDER BY distance`, bytesOf(vector), BigInt(count)).map(({ id }) => id),
  }
}

/** Where no extension can be loaded: all of them are looked at here. Three times as slow, which counts from some ten thousand chunks on. */
export function plainTable(db: Database): VectorTable {
  db.exec(`CREATE TABLE IF NOT EXISTS ${PLAIN_VECTORS} (id INTEGER PRIMARY KEY, vector BLOB NOT NULL)`)
  return {
    put: (chunk, vector) => void db.run(`INSERT OR REPLACE INTO ${PLAIN_VECTORS} VALUES (?, ?)`, chunk, bytesOf(vector)),
    remove: (chunks) => chunks.forEach((chunk) => db.run(`DELETE FROM ${PLAIN_VECTORS} WHERE id = ?`, chunk)),
    nearest: (vector, count) => {
      const all = db.all<{ id: number; vector: Uint8Array }>(`SELECT id, vector FROM ${PLAIN_VECTORS}`)
      const scored = all.map(({ id, vector: bytes }) => ({ id, score: likeness(vector, new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)) }))
      return scored.toSorted((a, b) => b.score - a.score).slice(0, count).map(({ id }) => id)
    },
  }
}
