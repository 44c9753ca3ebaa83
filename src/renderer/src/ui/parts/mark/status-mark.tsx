import { markOf, type Status } from '../../../../../shared/status'
import { MARK_HEIGHT, MARKS, type MarkPart } from './marks'
import './mark.css'

/** The state as a picture, as high as --mark-size. Decoration: the words stand beside it. */
export function StatusMark({ status }: { readonly status: Status }) {
  const mark = markOf(status)
  const { width, parts } = MARKS[mark]
  return (
    <svg className="mark" viewBox={`0 0 ${String(width)} ${String(MARK_HEIGHT)}`} data-mark={mark} data-status={status} aria-hidden="true" focusable="false">
      {parts.map((part, at) => <Part key={at} part={part} width={width} />)}
    </svg>
  )
}

function Part({ part: { path, ink, line, faint, dotted, sign, moves }, width }: { readonly part: MarkPart; readonly width: number }) {
  const colour = `var(--${ink === 'on' ? 'on-this' : 'this'})`
  const scale = sign === undefined ? 1 : sign / 24
  const [left, top] = [(width - 24 * scale) / 2, (MARK_HEIGHT - 24 * scale) / 2]
  return (
    <path
      d={path}
      className={moves === undefined ? undefined : `mark-${moves}`}
      fill={line === undefined ? colour : 'none'}
      stroke={line === undefined ? undefined : colour}
      strokeWidth={line}
      strokeDasharray={dotted === undefined ? undefined : `0 ${String(dotted)}`}
      strokeLinecap="round"
      strokeLinejoin="round"
      opacity={faint}
      transform={sign === undefined ? undefined : `translate(${String(left)} ${String(top)}) scale(${String(scale)})`}
    />
  )
}
