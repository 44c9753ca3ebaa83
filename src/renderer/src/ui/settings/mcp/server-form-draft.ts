import type { ServerForm } from '../../../../../shared/ipc/mcp'
import type { ServerConfig } from '../../../../../shared/mcp/servers'

export interface ValueRow {
  readonly name: string
  readonly value: string
}

/** What stands in the form, of both kinds: whoever changes their mind loses nothing. */
export interface Draft {
  readonly label: string
  readonly kind: 'stdio' | 'http'
  readonly command: string
  readonly args: string
  readonly cwd: string
  readonly url: string
  readonly clientId: string
  readonly values: readonly ValueRow[]
}

const EMPTY: Draft = { label: '', kind: 'stdio', command: '', args: '', cwd: '', url: '', clientId: '', values: [] }

/** Values are never known here: an empty one stays as it is. */
export function draftOf(config: ServerConfig | null): Draft {
  if (config === null) return EMPTY
  const { label, reach } = config
  const rows = (names: readonly string[]): readonly ValueRow[] => names.map((name) => ({ name, value: '' }))
  return reach.kind === 'stdio'
    ? { ...EMPTY, label, kind: 'stdio', command: reach.command, args: reach.args.join('\n'), cwd: reach.cwd ?? '', values: rows(reach.env) }
    : { ...EMPTY, label, kind: 'http', url: reach.url, clientId: reach.clientId ?? '', values: rows(reach.headers) }
}

export function formOf({ label, kind, command, args, cwd, url, clientId, values }: Draft): ServerForm {
  const named = Object.fromEntries(values.filter(({ name }) => name.trim() !== '').map(({ name, value }) => [name.trim(), value]))
  return kind === 'http' ? { kind, label, url, clientId, values: named } : { kind, label, command, args: args === '' ? [] : args.split('\n'), cwd, values: named }
}
