/** Reciprocal rank fusion: what stands high in several lists comes first. https://plg.uwaterloo.ca/~gvcormac/cormacksigir09-rrf.pdf */
const K = 60

/** Ids, best first. What is in no other list than a `boost` does not come in by it. */
export function fuse(lists: readonly (readonly number[])[], boosts: readonly (readonly number[])[] = []): readonly number[] {
  const scores = new Map<number, number>()
  const add = (id: number, rank: number) => scores.set(id, (scores.get(id) ?? 0) + 1 / (K + rank + 1))
  for (const list of lists) list.forEach(add)
  for (const list of boosts) list.forEach((id, rank) => scores.has(id) && add(id, rank))
  return [...scores].toSorted(([idA, a], [idB, b]) => b - a || idA - idB).map(([id]) => id)
}

/** The first `most`, at most `each` of one text. */
export function spread<T extends { readonly text: number }>(found: readonly T[], each: number, most: number): readonly T[] {
  const counts = new Map<number, number>()
  const kept = found.filter(({ text }) => {
    const count = (counts.get(text) ?? 0) + 1
    counts.set(text, count)
    return count <= each
  })
  return kept.slice(0, most)
}
