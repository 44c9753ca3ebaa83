import type { ServerConfig } from '../../../../shared/mcp/servers'
import type { DraftLine } from '../../../../shared/mcp/setup'
import { visible } from '../../../tools/core/card'
import { cautions } from './cautions'
import type { TemplateReach } from './server-template'
import { say } from '../../../../shared/words/say'

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
    ? { lines: [line(say('setup.line-command'), reach.command), ...reach.args.map((arg, at) => line(say('setup.line-argument', { at: at + 1 }), arg)), ...(reach.cwd === null ? [] : [line(say('setup.line-folder'), reach.cwd)]), ...kept(say('setup.line-variables'), names)], cautions: cautions(reach).map(visible) }
    : { lines: [line(say('setup.line-address'), reach.url), ...(reach.clientId ? [line(say('setup.line-client-id'), reach.clientId)] : []), ...kept(say('setup.line-headers'), names)], cautions: [] }
}

/** What the settings hold of it, with empty values. */
export const templateOf = (reach: ServerConfig['reach']): TemplateReach => {
  const values = Object.fromEntries((reach.kind === 'stdio' ? reach.env : reach.headers).map((name) => [name, '']))
  return reach.kind === 'stdio' ? { kind: 'stdio', command: reach.command, args: reach.args, cwd: reach.cwd, values } : { kind: 'http', url: reach.url, values, clientId: reach.clientId ?? null }
}
