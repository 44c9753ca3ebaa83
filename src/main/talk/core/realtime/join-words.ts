/** A space is there already, or the script has none between sentences (Chinese, Japanese and their punctuation). */
const ENDS_OPEN = /[\s\u3000-\u30FF\u3400-\u9FFF\uFF00-\uFFEF]$//** Two pieces of a text that was said or written in pieces, as one would write them down. */
export function joinWords(before: string, after: string): string {
  if (before === '' || after === '') return before + after
  return ENDS_OPEN.test(before.slice(-1)) || /^\s/.test(after) ? before + after : `${before} ${after}`
}
