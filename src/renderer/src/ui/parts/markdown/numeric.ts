import type { TableCell } from 'mdast'

const FIGURE = /^[-+−–~≈<>]?\s?(?:[$€£¥₹]\s?)?\d[\d.,'’\s\u00a0\u202f]*\s?(?:%|‰|°C?|[$€£¥₹]|[A-Za-zµ]{1,4})?$/u

const textOf = (cell: TableCell): string => cell.children.map((each) => ('value' in each ? each.value : 'children' in each ? each.children.map((inner) => ('value' in inner ? inner.value : '')).join('') : '')).join('').trim()

/** Looked at in the first rows alone: a column keeps its side while more of it comes. */
const LOOKED_AT = 20

/** A column that holds figures, and nothing else but empty cells. */
export function isNumeric(column: readonly (TableCell | undefined)[]): boolean {
  const texts = column.slice(0, LOOKED_AT).flatMap((cell) => (cell === undefined ? [] : [textOf(cell)])).filter((text) => text !== '' && text !== '-' && text !== '–')
  return texts.length > 0 && texts.every((text) => FIGURE.test(text))
}
