import { say } from '../../../../../shared/words/say'
import { Button, IconButton } from '../../parts/controls/button'
import type { ValueRow } from './server-form-draft'

const WORDS = {
  variable: { title: 'servers.variables', name: 'servers.variable-name', value: 'servers.variable-value', remove: 'servers.variable-remove', add: 'servers.variable-add' },
  header: { title: 'servers.headers', name: 'servers.header-name', value: 'servers.header-value', remove: 'servers.header-remove', add: 'servers.header-add' },
} as const

interface ValueRowsProps {
  readonly what: keyof typeof WORDS
  readonly rows: readonly ValueRow[]
  /** Some of them have a value already, which nobody sees again. */
  readonly kept: boolean
  readonly change: (rows: readonly ValueRow[]) => void
}

/** Names, which are shown, and values, which go to the keychain. */
export function ValueRows({ what, rows, kept, change }: ValueRowsProps) {
  const words = WORDS[what]
  const set = (at: number, part: Partial<ValueRow>) => change(rows.map((row, place) => (place === at ? { ...row, ...part } : row)))
  return (
    <div className="field">
      <span className="field-label">{say(words.title)}</span>
      {rows.map((row, at) => (
        <div key={at} className="server-value">
          <input type="text" value={row.name} aria-label={say(words.name, { number: at + 1 })} placeholder={say('common.name')} autoComplete="off" spellCheck={false} onChange={(event) => set(at, { name: event.target.value })} data-testid="value-name" />
          <input type="password" value={row.value} aria-label={say(words.value, { number: at + 1 })} placeholder={say(kept ? 'servers.value-kept' : 'servers.value')} autoComplete="off" onChange={(event) => set(at, { value: event.target.value })} data-testid="value-value" />
          <IconButton icon="close" label={say(words.remove, { number: at + 1 })} onClick={() => change(rows.filter((_row, place) => place !== at))} />
        </div>
      ))}
      <div><Button icon="plus" onClick={() => change([...rows, { name: '', value: '' }])} data-testid="add-value">{say(words.add)}</Button></div>
      <p className="field-hint">{say('servers.values-about')}</p>
    </div>
  )
}
