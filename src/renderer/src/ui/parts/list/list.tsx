import type { FocusEvent, HTMLAttributes, KeyboardEvent, MouseEvent, ReactNode } from 'react'
import { ALL_WALKS, type ListDeed, listDeed, type ListPlace, type WalkKeys } from './list-deed'
import { type ListBox, NO_ROW, type Rows } from './rows'
import './list.css'

interface ListProps extends Pick<HTMLAttributes<HTMLDivElement>, 'id' | 'hidden' | 'onFocus'> {
  readonly box: ListBox
  readonly rows: Rows
  /** `listbox`: the focus stays on the box and `aria-activedescendant` says where the keys are, since rows come and go with scrolling. `feed`: the active row has it. */
  readonly role: 'listbox' | 'feed' | 'table'
  readonly label: string
  readonly className?: string
  readonly testId?: string
  /** Of the active row, for `aria-activedescendant`. */
  readonly activeId?: string | undefined
  /** The keys are in a field elsewhere, from where they walk through the rows. */
  readonly keysElsewhere?: boolean
  readonly multiple?: boolean
  readonly rowCount?: number
  readonly choosing?: boolean
  readonly narrow?: boolean
  readonly head?: ReactNode
  readonly row: (index: number) => ReactNode
  readonly walks?: WalkKeys
  /** Where the keys are now. */
  readonly place?: () => ListPlace
  /** False: it is nothing here, and may be something to the window. */
  readonly deed?: (deed: ListDeed) => boolean
  readonly pick?: (index: number, event: MouseEvent) => void
}

/** A click elsewhere takes the focus; here it would leave the field. */
const keepFocus = (event: MouseEvent) => event.preventDefault()

const LINES_ROLE = { listbox: { role: 'presentation' }, feed: {}, table: { role: 'rowgroup' } } as const
const LINE_ROLE = { listbox: { role: 'presentation' }, feed: {}, table: { role: 'presentation' } } as const

/** The one list: rows in sight only, keys and mouse told as places and deeds. */
export function List({ box, rows, role, label, className = '', testId, activeId, keysElsewhere = false, head, row, walks = ALL_WALKS, place, deed, pick, ...rest }: ListProps) {
  const { multiple, rowCount, choosing, narrow, ...own } = rest
  const keyDown = (event: KeyboardEvent) => {
    if (place === undefined || event.target instanceof HTMLButtonElement) return
    const found = listDeed(event, place(), walks)
    if (found !== null && deed?.(found) === true) event.preventDefault()
  }
  const click = (event: MouseEvent) => {
    const index = indexOf(event)
    if (index !== NO_ROW) pick?.(index, event)
  }
  return (
    <div
      ref={box}
      role={role}
      className={`list-box ${className}`.trim()}
      aria-label={label}
      aria-multiselectable={multiple}
      aria-rowcount={rowCount}
      aria-activedescendant={keysElsewhere ? undefined : activeId}
      data-testid={testId}
      data-choosing={choosing}
      data-narrow={narrow}
      onKeyDown={keyDown}
      onClick={click}
      {...(keysElsewhere ? { onMouseDown: keepFocus } : { tabIndex: 0 })}
      {...own}
    >
      {head}
      <div {...LINES_ROLE[role]} className="lines" style={{ height: rows.virtual.getTotalSize() }}>
        <Lines rows={rows} role={role} row={row} />
      </div>
    </div>
  )
}

function Lines({ rows: { virtual, known, count }, role, row }: Pick<ListProps, 'rows' | 'role' | 'row'>) {
  return virtual.getVirtualItems().filter(({ index }) => index < count).map(({ key, index, start, size }) => (
    <div
      key={key}
      {...LINE_ROLE[role]}
      {...(known ? {} : { ref: virtual.measureElement })}
      className="line"
      data-index={index}
      style={{ transform: `translateY(${String(start)}px)`, ...(known && { height: size }) }}
    >
      {row(index)}
    </div>
  ))
}

/** The place of the row that the event is in. */
export function indexOf({ target }: MouseEvent | FocusEvent): number {
  const line = target instanceof Element ? target.closest<HTMLElement>('.line') : null
  return line === null ? NO_ROW : Number(line.dataset['index'])
}

/** How many rows a page has, less the one that is seen again. */
export const pageRows = (box: ListBox, rowPx: number): number => Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / rowPx) - 1)
