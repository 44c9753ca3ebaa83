import type { DraftLine } from '../../../../../shared/mcp/setup'
import { SeenText } from '../../parts/card/seen-text'
import { Icon } from '../../parts/icon'

interface EntryLinesProps {
  readonly lines: readonly DraftLine[]
  readonly cautions: readonly string[]
  readonly more?: readonly DraftLine[]
}

/** All of an entry, nothing cut off, and what a person should know of it first. */
export function EntryLines({ lines, cautions, more = [] }: EntryLinesProps) {
  return (
    <>
      {cautions.map((words) => <p key={words} className="server-caution" data-testid="server-caution"><Icon name="warning" />{words}</p>)}
      <dl className="server-lines" data-testid="server-lines">
        {[...lines, ...more].map(({ name, text }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd><SeenText text={text} /></dd>
          </div>
        ))}
      </dl>
    </>
  )
}
