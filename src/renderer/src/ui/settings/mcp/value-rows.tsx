import { Button, IconButton } from '../../parts/controls/button'
import type { ValueRow } from './server-form-draft'

interface ValueRowsProps {
  readonly what: 'Variable' | 'Header'
  readonly rows: readonly ValueRow[]
  /** Some of them have a value already, which nobody sees again. */
  readonly kept: boolean
  readonly change: (rows: readonly ValueRow[]) => void
}

/** Names, which are shown, and values, which go to the keychain. */
export function ValueRows({ what, rows, kept, change }: ValueRowsProps) {
  const set = (at: number, part: Partial<ValueRow>) => change(rows.map((row, place) => (place === at ? { ...row, ...part } : row)))
  return (
    <div className="field">
      <span className="field-label">{what}s</span>
      {rows.map((row, at) => (
        <div key={at} className="server-value">
          <input type="text" value={row.name} aria-label={`${what} ${String(at + 1)}, name`} placeholder="Name" autoComplete="off" spellCheck={false} onChange={(event) => set(at, { name: event.target.value })} data-testid="value-name" />
          <input type="password" value={row.value} aria-label={`${what} ${String(at + 1)}, value`} placeholder={kept ? 'As it was' : 'Value'} autoComplete="off" onChange={(event) => set(at, { value: event.target.value })} data-testid="value-value" />
          <IconButton icon="close" label={`Take ${what.toLowerCase()} ${String(at + 1)} out`} onClick={() => change(rows.filter((_row, place) => place !== at))} />
        </div>
      ))}
      <div><Button icon="plus" onClick={() => change([...rows, { name: '', value: '' }])} data-testid="add-value">{`Add a ${what.toLowerCase()}`}</Button></div>
      <p className="field-hint">Values are kept in the keychain and never shown again.</p>
    </div>
  )
}
