/** A word on the page. */
export interface Spoken extends SpokenWord {
  readonly node: Text
}

/** A word in the text of a leaf. */
export interface SpokenWord {
  readonly start: number
  readonly end: number
}

const words = new Intl.Segmenter(undefined, { granularity: 'word' })
/** Around the place: a long text is not looked at whole for a word. */
const AROUND = 64

/** The word at a place, or the one that comes next; null: none does. */
export function wordAt(text: string, at: number): SpokenWord | null {
  const base = Math.max(0, at - AROUND)
  const part = text.slice(base, at + AROUND)
  for (const { segment, index, isWordLike } of words.segment(part)) {
    const end = index + segment.length
    if (isWordLike === true && base + end > at) return { start: base + index, end: base + end }
  }
  return null
}

/** Of ranges in order, the first that reaches beyond a place. */
export function leafAt(ends: readonly number[], at: number): number {
  let [low, high] = [0, ends.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ends[middle] ?? 0) > at) high = middle
    else low = middle + 1
  }
  return low
}
