import remend from 'remend'

/** Marks that are opened are closed for the moment, so that bold words are bold from the first letter on. The rest of what `remend` can would move letters. */
const CLOSING = { links: true, images: true, katex: false, inlineKatex: false, singleTilde: false, comparisonOperators: false, htmlTags: false, setextHeadings: false }

/** A line that may still become a list, a heading, a rule, a fence or a table, or underline the one before it. */
const UNDECIDED_LINE = /(?:^|\n)[ \t>]*(?:[-+*#>|`~=_:]{0,6}|\d{1,9}[.)]?)[ \t]*$/u
/** The head of a table is one only with the line below it. */
const UNDECIDED_TABLE = /(?:^|\n)[ \t]*\|[^\n]*(?:\n[ \t]*[|:\- \t]*)?$/u
const ROW_BEFORE = /(?:^|\n)[ \t]*\|[^\n]*$/u
const OPENING_MARKS = /[*_~`![\]\\]+$/u

/** The end of a text that still grows, as it will most likely be read: what is not decided yet is left out. */
export function steadyEnd(text: string): string {
  const decided = withoutHead(text.replace(UNDECIDED_LINE, ''))
  return remend(decided.replace(OPENING_MARKS, ''), CLOSING)
}

function withoutHead(text: string): string {
  const head = UNDECIDED_TABLE.exec(text)
  if (head === null) return text
  const before = text.slice(0, head.index)
  return ROW_BEFORE.test(before) ? text : before
}
