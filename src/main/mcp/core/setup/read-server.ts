import { err, ok, type Result } from '../../../../shared/result'
import type { Json, JsonObject } from '../../../tools/core/tool'
import { isObject } from './json-text'
import type { ServerTemplate, TemplateReach, Values } from './server-template'

type Read<T> = Result<T, string>

const STDIO = new Set(['stdio', 'local', 'command'])
const HTTP = new Set(['http', 'streamable-http', 'streamablehttp', 'streamable_http', 'remote'])
const KNOWN = new Set(['name', 'type', 'transport', 'command', 'args', 'env', 'cwd', 'url', 'serverUrl', 'headers', 'oauth', 'disabled', 'enabled', 'description', 'timeout', 'icon', 'gallery', 'version'])
const ALLOWS = new Set(['autoApprove', 'alwaysAllow', 'trust', 'alwaysAllowed'])

/** One server of a list, as other programs write it. The error is a sentence. */
export function readServer(name: string, entry: Json): Read<ServerTemplate> {
  if (!isObject(entry)) return err('It is no object with a "command" or a "url".')
  if (entry['envFile'] !== undefined) return err('It reads its secrets from a file ("envFile"), which Parley does not follow. Write them under "env"; they are kept in the keychain.')
  const reach = reachOf(entry)
  return reach.ok ? ok({ name, reach: reach.value, notes: notesOf(entry) }) : reach
}

function reachOf(entry: JsonObject): Read<TemplateReach> {
  const type = entry['type'] ?? entry['transport'] ?? null
  const kind = typeof type === 'string' ? type.toLowerCase() : null
  const url = entry['url'] ?? entry['serverUrl']
  if (kind === 'sse') return err('It speaks the old transport (SSE), which Parley does not. Ask its makers for an address of type "http".')
  if (kind !== null && !STDIO.has(kind) && !HTTP.has(kind)) return err(`Its type “${kind.slice(0, 40)}” is unknown. Parley knows "stdio" and "http".`)
  if (entry['command'] !== undefined && url !== undefined) return err('It has both a "command" and a "url". Leave one of them.')
  if (entry['command'] === undefined && url === undefined) return err('It has neither a "command" nor a "url".')
  return url === undefined ? stdioOf(entry, kind) : httpOf(entry, url, kind)
}

function stdioOf(entry: JsonObject, kind: string | null): Read<TemplateReach> {
  const { command, cwd = null } = entry
  if (kind !== null && !STDIO.has(kind)) return err(`A server of type "${kind}" needs a "url".`)
  if (typeof command !== 'string' || command.trim() === '') return err('Its "command" is no text.')
  if (cwd !== null && typeof cwd !== 'string') return err('Its "cwd" is no text.')
  const args = listOf(entry['args'])
  const values = valuesOf(entry['env'], 'env')
  if (args === null) return err('Its "args" are no list of texts.')
  return values.ok ? ok({ kind: 'stdio', command, args, cwd: cwd === '' ? null : cwd, values: values.value }) : values
}

function httpOf(entry: JsonObject, url: Json, kind: string | null): Read<TemplateReach> {
  if (kind !== null && !HTTP.has(kind)) return err(`A server of type "${kind}" needs a "command".`)
  if (typeof url !== 'string' || url.trim() === '') return err('Its "url" is no text.')
  const values = valuesOf(entry['headers'], 'headers')
  const clientId = clientIdOf(entry['oauth'])
  if (!clientId.ok) return clientId
  return values.ok ? ok({ kind: 'http', url: url.trim(), values: values.value, ...(clientId.value === null ? {} : { clientId: clientId.value }) }) : values
}

/** As VS Code writes it. A secret of a client is none in a program that everybody has. */
function clientIdOf(oauth: Json | undefined): Read<string | null> {
  if (oauth === undefined || oauth === null) return ok(null)
  const clientId = isObject(oauth) ? oauth['clientId'] : undefined
  if (typeof clientId !== 'string' || clientId.trim() === '') return err('Its "oauth" has no "clientId".')
  return isObject(oauth) && oauth['clientSecret'] !== undefined ? err('Its "oauth" has a "clientSecret", which Parley does not use. Take it out.') : ok(clientId.trim())
}

const textOf = (value: Json): string | null => (typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : null)

function listOf(value: Json | undefined): readonly string[] | null {
  if (value === undefined || value === null) return []
  const list = Array.isArray(value) ? value.map((each: Json) => textOf(each)) : [null]
  return list.every((each) => each !== null) ? list : null
}

function valuesOf(value: Json | undefined, where: string): Read<Values> {
  if (value === undefined || value === null) return ok({})
  if (!isObject(value)) return err(`Its "${where}" is no list of names and values.`)
  const entries = Object.entries(value).map(([name, each]) => [name, textOf(each)] as const)
  const wrong = entries.find(([, text]) => text === null)
  return wrong === undefined ? ok(Object.fromEntries(entries.map(([name, text]) => [name, text ?? '']))) : err(`“${wrong[0].slice(0, 60)}” under "${where}" has no value.`)
}

function notesOf(entry: JsonObject): readonly string[] {
  const names = Object.keys(entry)
  const allows = names.some((name) => ALLOWS.has(name)) ? ['Which of its tools may run without asking is not taken over: Parley asks by its own rules.'] : []
  const unknown = names.filter((name) => !KNOWN.has(name) && !ALLOWS.has(name))
  return unknown.length === 0 ? allows : [...allows, `Not taken over: ${unknown.map((name) => `“${name.slice(0, 40)}”`).slice(0, 8).join(', ')}.`]
}
