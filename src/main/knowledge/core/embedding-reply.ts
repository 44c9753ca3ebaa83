import { toInt8 } from './int8'

/** Shorter ones say nothing, longer ones nobody makes. */
const LENGTHS = { least: 8, most: 8_192 } as const

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

/**
 * The vectors in a reply, in the order of what was asked; null: nonsense. `length`: of those that are there already; null: there are none, and
 * what the server sends is believed. Items are put in their order where the server numbers them.
 */
export function vectorsIn(reply: unknown, count: number, length: number | null): readonly Int8Array[] | null {
  const items = isRecord(reply) && Array.isArray(reply['data']) ? (reply['data'] as readonly unknown[]) : []
  if (items.length !== count) return null
  const vectors = new Map<number, Int8Array>()
  for (const [index, item] of items.entries()) {
    const vector = isRecord(item) ? vectorOf(item['embedding']) : null
    if (vector === null || !isRecord(item)) return null
    vectors.set(typeof item['index'] === 'number' ? item['index'] : index, vector)
  }
  const ordered = Array.from({ length: count }, (_, index) => vectors.get(index)).filter((vector) => vector !== undefined)
  const expected = length ?? ordered[0]?.length
  return ordered.length === count && ordered.every((vector) => vector.length === expected) ? ordered : null
}

function vectorOf(value: unknown): Int8Array | null {
  if (!Array.isArray(value) || value.length < LENGTHS.least || value.length > LENGTHS.most) return null
  return value.every((each): each is number => typeof each === 'number') ? toInt8(value) : null
}
