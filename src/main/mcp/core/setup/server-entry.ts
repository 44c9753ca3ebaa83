import { ServerConfigSchema, type ServerConfig } from '../../../../shared/mcp/servers'
import { keysIn } from '../../../../shared/providers/address-keys'
import { err, ok, type Result } from '../../../../shared/result'
import { holdsSecret } from './argument-secret'
import type { TemplateReach, Values } from './server-template'

/** All that is shown of an entry must be read by a person before it starts: nobody reads more. */
const MAX_SHOWN_CHARS = 12_000
const MAX_VALUE_CHARS = 16_384

export interface ServerEntry {
  readonly reach: ServerConfig['reach']
  /** Never in the settings. */
  readonly values: Values
}

/** What may stand in the settings, and what belongs into the keychain; else why it cannot be taken, as a sentence. */
export function entryOf(reach: TemplateReach): Result<ServerEntry, string> {
  const fault = faultOf(reach)
  if (fault !== null) return err(fault)
  const names = Object.keys(reach.values)
  const read = ServerConfigSchema.shape.reach.safeParse(reach.kind === 'stdio' ? { ...reach, env: names } : { kind: 'http', url: reach.url, headers: names, ...(reach.clientId ? { clientId: reach.clientId } : {}) })
  if (!read.success) return err(schemaFault(read.error.issues[0]?.path[0]))
  return ok({ reach: read.data, values: reach.values })
}

function faultOf(reach: TemplateReach): string | null {
  const large = Object.entries(reach.values).find(([, value]) => value.length > MAX_VALUE_CHARS)
  if (large !== undefined) return `The value of “${large[0].slice(0, 60)}” is longer than any key.`
  const broken = Object.entries(reach.values).find(([, value]) => value.includes('\0') || (reach.kind === 'http' && !/^[\t\x20-\x7e]*$/.test(value)))
  if (broken !== undefined) return `The value of “${broken[0].slice(0, 60)}” has characters that cannot be sent. Copy it again.`
  return reach.kind === 'stdio' ? commandFault(reach) : addressFault(reach)
}

function commandFault({ command, args, cwd }: Extract<TemplateReach, { kind: 'stdio' }>): string | null {
  if ([command, ...args, cwd ?? ''].some((text) => text.includes('\0'))) return 'It has a character that no command can have.'
  if ([command, ...args].join('').length + (cwd ?? '').length > MAX_SHOWN_CHARS) return 'Its command is longer than anybody would read before allowing it. Put it into a script of your own.'
  if (cwd !== null && !/^(\/|[A-Za-z]:[\\/]|\\\\)/.test(cwd)) return 'Its folder is no whole path. Write it from the root on.'
  return holdsSecret(args) ? 'One of its arguments looks like a secret. Other programs can read arguments; put it under "env", which is kept in the keychain.' : null
}

function addressFault({ url }: Extract<TemplateReach, { kind: 'http' }>): string | null {
  if (!URL.canParse(url)) return 'Its address is none. It looks like https://example.com/mcp.'
  const { protocol, hostname, username, password } = new URL(url)
  if (protocol !== 'https:' && protocol !== 'http:') return 'Its address must begin with https://.'
  if (username !== '' || password !== '') return 'Its address holds a name and a password. Put them into a header.'
  if (keysIn(url).length > 0) return 'Its address holds a key. Put it into a header, which is kept in the keychain.'
  if (protocol === 'http:' && hostname === 'localhost') return 'Write http://127.0.0.1 in place of localhost: a name can lead elsewhere.'
  return protocol === 'http:' && !/^(127(\.\d+){3}|\[::1\])$/.test(hostname) ? 'Its address is not encrypted. Use https://, or a server on this computer (http://127.0.0.1).' : null
}

function schemaFault(part: PropertyKey | undefined): string {
  switch (part) {
    case 'args':
      return 'It has more or longer arguments than Parley takes.'
    case 'env':
      return 'A name under "env" cannot be the name of a variable.'
    case 'headers':
      return 'A name under "headers" cannot be the name of a header.'
    case 'clientId':
      return 'Its client ID has a space or another character that no client ID has, or is far too long. Copy it again.'
    case 'url':
      return 'Its address is none. It looks like https://example.com/mcp.'
    default:
      return 'Its command is longer than Parley takes.'
  }
}

const reachParts = (reach: ServerConfig['reach']): readonly unknown[] =>
  reach.kind === 'stdio' ? [reach.kind, reach.command, reach.args, reach.cwd, [...reach.env].sort()] : [reach.kind, reach.url, [...reach.headers].sort()]

/** What the person said yes to. A name of a variable more is another entry; so is another label, since cards carry it. */
export const consentText = ({ id, label, reach }: Pick<ServerConfig, 'id' | 'label' | 'reach'>): string =>
  JSON.stringify([id, label, ...reachParts(reach), ...(reach.kind === 'http' && reach.clientId !== undefined ? [reach.clientId] : [])])

/** What the values of an entry are bound to: pointed elsewhere, it does not find them. */
export const bindingText = ({ id, reach }: Pick<ServerConfig, 'id' | 'reach'>): string => JSON.stringify([id, ...reachParts(reach).slice(0, -1)])
