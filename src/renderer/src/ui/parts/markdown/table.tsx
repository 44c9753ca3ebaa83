import type { AlignType, Table, TableRow } from 'mdast'
import { isNumeric } from './numeric'
import { isIn, type Look, startOf } from './look'
import { drawWords } from './words'

interface DrawnTableProps {
  readonly table: Table
  readonly look: Look
}

/** Hairlines, figures at the right, and sideways scrolling of its own. */
export function DrawnTable({ table, look }: DrawnTableProps) {
  const [head, ...body] = table.children
  const sides = sidesOf(table)
  const inSight = body.filter((row) => isIn(row, look) && startOf(row, look) >= look.from)
  return (
    <div className="table-box" data-scrolls tabIndex={-1}>
      <table>
        {head !== undefined && startOf(head, look) >= look.from && <thead><Row row={head} head sides={sides} look={look} /></thead>}
        {inSight.length > 0 && <tbody>{inSight.map((row) => <Row key={startOf(row, look)} row={row} head={false} sides={sides} look={look} />)}</tbody>}
      </table>
    </div>
  )
}

interface RowProps {
  readonly row: TableRow
  readonly head: boolean
  readonly sides: readonly AlignType[]
  readonly look: Look
}

/** A row that has begun is whole. */
function Row({ row, head, sides, look }: RowProps) {
  const Cell = head ? 'th' : 'td'
  return (
    <tr>
      {row.children.map((cell, index) => (
        <Cell key={startOf(cell, look)} data-side={sides[index] ?? undefined} dir="auto">
          {drawWords(cell.children, { ...look, to: Number.POSITIVE_INFINITY })}
        </Cell>
      ))}
    </tr>
  )
}

/** As the answer says; a column of figures without a word of its own is at the right. */
function sidesOf({ align, children }: Table): readonly AlignType[] {
  const [head, ...body] = children
  const columns = head?.children.length ?? 0
  return Array.from({ length: columns }, (_, index) => align?.[index] ?? (isNumeric(body.map((row) => row.children[index])) ? 'right' : null))
}
