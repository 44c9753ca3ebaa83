import { ServerConfigSchema, type ServerConfig } from '../../../../shared/mcp/servers'
import { keysIn } from '../../../../shared/providers/address-keys'
import { err, ok, type Result } from '../../../../shared/result'
import { holdsSecret } from './argument-secret'
import type { TemplateReach, Values } from './server-template'
import { say } from '../../../../shared/words/say'

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
  if (large !== undefined) return say('setup.value-too-long', { name: large[0].slice(0, 60) })
  const broken = Object.entries(reach.values).find(([, value]) => value.includes('\0') || (reach.kind === 'http' && !/^[\t\x20-\x7e]*$/.test(value)))
  if (broken !== undefined) return say('setup.value-characters', { name: broken[0].slice(0, 60) })
  return reach.kind === 'stdio' ? commandFault(reach) : addressFault(reach)
}

function commandFault({ command, args, cwd }: Extract<TemplateReach, { kind: 'stdio' }>): string | null {
  if ([command, ...args, cwd ?? ''].some((text) => text.includes('\0'))) return say('setup.command-characters')
  if ([command, ...args].join('').length + (cwd ?? '').length > MAX_SHOWN_CHARS) return say('setup.command-too-long')
  if (cwd !== null && !/^(\/|[A-Za-z]:[\\/]|\\\\)/.test(cwd)) return say('setup.folder-not-whole')
  return holdsSecret(args) ? say('setup.argument-secret') : null
}

function addressFault({ url }: Extract<TemplateReach, { kind: 'http' }>): string | null {
  if (!URL.canParse(url)) return say('setup.address-invalid')
  const { protocol, hostname, username, password } = new URL(url)
  if (protocol !== 'https:' && protocol !== 'http:') return say('setup.address-scheme')
  if (username !== '' || password !== '') return say('setup.address-login')
  if (keysIn(url).length > 0) return say('setup.address-key')
  if (protocol === 'http:' && hostname === 'localhost') return say('setup.address-localhost')
  return protocol === 'http:' && !/^(127(\.\d+){3}|\[::1\])$/.test(hostname) ? say('setup.address-clear') : null
}

function schemaFault(part: PropertyKey | undefined): string {
  switch (part) {
    case 'args':
      return say('setup.too-many-arguments')
    case 'env':
      return say('setup.variable-name')
    case 'headers':
      return say('setup.header-name')
    case 'clientId':
      return say('setup.client-id-invalid')
    case 'url':
      return say('setup.address-invalid')
    default:
      return say('setup.command-over-limit')
  }
}

const reachParts = (reach: ServerConfig['reach']): readonly unknown[] =>
  reach.kind === 'stdio' ? [reach.kind, reach.command, reach.args, reach.cwd, [...reach.env].sort()] : [reach.kind, reach.url, [...reach.headers].sort()]

/** What the person said yes to. A name of a variable more is another entry; so is another label, since cards carry it. */
export const consentText = ({ id, label, reach }: Pick<ServerConfig, 'id' | 'label' | 'reach'>): string =>
  JSON.stringify([id, label, ...reachParts(reach), ...(reach.kind === 'http' && reach.clientId !== undefined ? [reach.clientId] : [])])

/** What the values of an entry are bound to: pointed elsewhere, it does not find them. */
export const bindingText = ({ id, reach }: Pick<ServerConfig, 'id' | 'reach'>): string => JSON.stringify([id, ...reachParts(reach).slice(0, -1)])
