import type { ServerConfig } from '../../../../shared/mcp/servers'
import type { DraftLine } from '../../../../shared/mcp/setup'
import { visible } from '../../../tools/core/card'
import { cautions } from './cautions'
import type { TemplateReach } from './server-template'

export interface ShownReach {
  readonly lines: readonly DraftLine[]
  readonly cautions: readonly string[]
}

const line = (name: string, text: string): DraftLine => ({ name, text: visible(text) })
const kept = (name: string, names: readonly string[]): readonly DraftLine[] => (names.length === 0 ? [] : [line(name, names.join(', '))])

/** An entry as a page shows it: all of it but the values of variables and headers. */
export function shownReach(reach: TemplateReach): ShownReach {
  const names = Object.keys(reach.values)
  return reach.kind === 'stdio'
    ? { lines: [line('Command', reach.command), ...reach.args.map((arg, at) => line(`Argument ${String(at + 1)}`, arg)), ...(reach.cwd === null ? [] : [line('Folder', reach.cwd)]), ...kept('Variables', names)], cautions: cautions(reach).map(visible) }
    : { lines: [line('Address', reach.url), ...(reach.clientId ? [line('Client ID', reach.clientId)] : []), ...kept('Headers', names)], cautions: [] }
}

/** What the settings hold of it, with empty values. */
export const templateOf = (reach: ServerConfig['reach']): TemplateReach => {
  const values = Object.fromEntries((reach.kind === 'stdio' ? reach.env : reach.headers).map((name) => [name, '']))
  return reach.kind === 'stdio' ? { kind: 'stdio', command: reach.command, args: reach.args, cwd: reach.cwd, values } : { kind: 'http', url: reach.url, values, clientId: reach.clientId ?? null }
}
