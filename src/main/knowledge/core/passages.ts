import { firstCharacters } from '../../../shared/text/characters'
import type { Chunk } from './document'

/** What one search gives. The model reads it all, and it is paid for in every later answer. */
export const FOUND_LIMITS = { each: 2, passages: 5, chars: 2_500, candidates: 20 } as const

/** A chunk with where it stands. */
export interface PlacedChunk extends Chunk {
  readonly text: number
  /** From 0, in the order of the text. */
  readonly place: number
}

/** One after the other, without what both have. */
export const joined = (chunks: readonly Chunk[]): string =>
  chunks.reduce((text, { body, overlap }) => (overlap > 0 ? text + body.slice(overlap) : text === '' ? body : `${text}\n\n${body}`), '')

/** A chunk that begins in the middle is read without the shared part only behind the one before. */
export const text = ([first, ...rest]: readonly Chunk[]): string => (first === undefined ? '' : joined([{ ...first, overlap: 0 }, ...rest]))

/** Neighbours become one passage, where the first of them stood; of all together not more than there is room for. */
export function passagesOf(found: readonly PlacedChunk[]): readonly { readonly chunks: readonly PlacedChunk[]; readonly text: string }[] {
  const groups: PlacedChunk[][] = []
  for (const chunk of found) {
    const near = groups.find((group) => group.some((each) => each.text === chunk.text && each.page === chunk.page && Math.abs(each.place - chunk.place) === 1))
    if (near === undefined) groups.push([chunk])
    else near.push(chunk)
  }
  return fitting(groups.map((group) => group.toSorted((a, b) => a.place - b.place)))
}

/** Less than this of a passage says nothing. */
const LEAST = 200

function fitting(groups: readonly (readonly PlacedChunk[])[]): readonly { readonly chunks: readonly PlacedChunk[]; readonly text: string }[] {
  let left: number = FOUND_LIMITS.chars
  return groups.flatMap((chunks) => {
    const whole = text(chunks)
    if (left < Math.min(LEAST, whole.length)) return []
    const kept = firstCharacters(whole, left)
    left -= kept.length
    return [{ chunks, text: kept }]
  })
}
