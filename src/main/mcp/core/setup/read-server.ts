import { err, ok, type Result } from '../../../../shared/result'
import type { Json, JsonObject } from '../../../tools/core/tool'
import { isObject } from './json-text'
import type { ServerTemplate, TemplateReach, Values } from './server-template'
import { say } from '../../../../shared/words/say'

type Read<T> = Result<T, string>

const STDIO = new Set(['stdio', 'local', 'command'])
const HTTP = new Set(['http', 'streamable-http', 'streamablehttp', 'streamable_http', 'remote'])
const KNOWN = new Set(['name', 'type', 'transport', 'command', 'args', 'env', 'cwd', 'url', 'serverUrl', 'headers', 'oauth', 'disabled', 'enabled', 'description', 'timeout', 'icon', 'gallery', 'version'])
const ALLOWS = new Set(['autoApprove', 'alwaysAllow', 'trust', 'alwaysAllowed'])

/** One server of a list, as other programs write it. The error is a sentence. */
export function readServer(name: string, entry: Json): Read<ServerTemplate> {
  if (!isObject(entry)) return err(say('setup.no-reach'))
  if (entry['envFile'] !== undefined) return err(say('setup.env-file'))
  const reach = reachOf(entry)
  return reach.ok ? ok({ name, reach: reach.value, notes: notesOf(entry) }) : reach
}

function reachOf(entry: JsonObject): Read<TemplateReach> {
  const type = entry['type'] ?? entry['transport'] ?? null
  const kind = typeof type === 'string' ? type.toLowerCase() : null
  const url = entry['url'] ?? entry['serverUrl']
  if (kind === 'sse') return err(say('setup.old-transport'))
  if (kind !== null && !STDIO.has(kind) && !HTTP.has(kind)) return err(say('setup.unknown-type', { type: kind.slice(0, 40) }))
  if (entry['command'] !== undefined && url !== undefined) return err(say('setup.both-reaches'))
  if (entry['command'] === undefined && url === undefined) return err(say('setup.neither-reach'))
  return url === undefined ? stdioOf(entry, kind) : httpOf(entry, url, kind)
}

function stdioOf(entry: JsonObject, kind: string | null): Read<TemplateReach> {
  const { command, cwd = null } = entry
  if (kind !== null && !STDIO.has(kind)) return err(say('setup.needs-url', { type: kind }))
  if (typeof command !== 'string' || command.trim() === '') return err(say('setup.not-text', { field: 'command' }))
  if (cwd !== null && typeof cwd !== 'string') return err(say('setup.not-text', { field: 'cwd' }))
  const args = listOf(entry['args'])
  const values = valuesOf(entry['env'], 'env')
  if (args === null) return err(say('setup.not-texts'))
  return values.ok ? ok({ kind: 'stdio', command, args, cwd: cwd === '' ? null : cwd, values: values.value }) : values
}

function httpOf(entry: JsonObject, url: Json, kind: string | null): Read<TemplateReach> {
  if (kind !== null && !HTTP.has(kind)) return err(say('setup.needs-command', { type: kind }))
  if (typeof url !== 'string' || url.trim() === '') return err(say('setup.not-text', { field: 'url' }))
  const values = valuesOf(entry['headers'], 'headers')
  const clientId = clientIdOf(entry['oauth'])
  if (!clientId.ok) return clientId
  return values.ok ? ok({ kind: 'http', url: url.trim(), values: values.value, ...(clientId.value === null ? {} : { clientId: clientId.value }) }) : values
}

/** As VS Code writes it. A secret of a client is none in a program that everybody has. */
function clientIdOf(oauth: Json | undefined): Read<string | null> {
  if (oauth === undefined || oauth === null) return ok(null)
  const clientId = isObject(oauth) ? oauth['clientId'] : undefined
  if (typeof clientId !== 'string' || clientId.trim() === '') return err(say('setup.oauth-no-client-id'))
  return isObject(oauth) && oauth['clientSecret'] !== undefined ? err(say('setup.oauth-secret')) : ok(clientId.trim())
}

const textOf = (value: Json): string | null => (typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : null)

function listOf(value: Json | undefined): readonly string[] | null {
  if (value === undefined || value === null) return []
  const list = Array.isArray(value) ? value.map((each: Json) => textOf(each)) : [null]
  return list.every((each) => each !== null) ? list : null
}

function valuesOf(value: Json | undefined, where: string): Read<Values> {
  if (value === undefined || value === null) return ok({})
  if (!isObject(value)) return err(say('setup.not-values', { field: where }))
  const entries = Object.entries(value).map(([name, each]) => [name, textOf(each)] as const)
  const wrong = entries.find(([, text]) => text === null)
  return wrong === undefined ? ok(Object.fromEntries(entries.map(([name, text]) => [name, text ?? '']))) : err(say('setup.no-value', { name: wrong[0].slice(0, 60), field: where }))
}

function notesOf(entry: JsonObject): readonly string[] {
  const names = Object.keys(entry)
  const allows = names.some((name) => ALLOWS.has(name)) ? [say('setup.rules-ignored')] : []
  const unknown = names.filter((name) => !KNOWN.has(name) && !ALLOWS.has(name))
  return unknown.length === 0 ? allows : [...allows, say('setup.fields-ignored', { names: unknown.map((name) => `“${name.slice(0, 40)}”`).slice(0, 8).join(', ') })]
}
