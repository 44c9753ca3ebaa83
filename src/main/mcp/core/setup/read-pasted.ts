import { err, ok, type Result } from '../../../../shared/result'
import type { Json, JsonObject } from '../../../tools/core/tool'
import { isObject, readJson } from './json-text'
import { asksOf, type InputWords } from './placeholders'
import { readServer } from './read-server'
import type { ServerTemplate, TemplateAsk } from './server-template'
import { say } from '../../../../shared/words/say'

const MAX_SERVERS = 32

export interface PastedServer {
  readonly template: ServerTemplate
  readonly asks: readonly TemplateAsk[]
}

export interface Pasted {
  readonly servers: readonly PastedServer[]
  /** A sentence for each that cannot be taken. */
  readonly refused: readonly string[]
}

/** Servers as Claude and Cursor keep them (`mcpServers`) or VS Code (`servers`), one server alone, or a list by name. */
export function readPasted(text: string): Result<Pasted, string> {
  const json = readJson(text)
  if (!json.ok) return json
  const found = serversIn(json.value)
  if (found === null || Object.keys(found.servers).length === 0) return err(say('setup.no-servers'))
  const entries = Object.entries(found.servers)
  if (entries.length > MAX_SERVERS) return err(say('setup.too-many-pasted', { most: MAX_SERVERS }))
  const read = entries.map(([name, entry]) => pastedServer(name, entry, found.inputs))
  return ok({ servers: read.flatMap((each) => (each.ok ? [each.value] : [])), refused: read.flatMap((each) => (each.ok ? [] : [each.error])) })
}

function pastedServer(name: string, entry: Json, inputs: ReadonlyMap<string, InputWords>): Result<PastedServer, string> {
  const said = (why: string) => err(say('setup.not-added', { name: name.slice(0, 60), why }))
  const template = readServer(name, entry)
  if (!template.ok) return said(template.error)
  const asks = asksOf(template.value.reach, inputs)
  return asks.ok ? ok({ template: template.value, asks: asks.value }) : said(asks.error)
}

interface Found {
  readonly servers: JsonObject
  readonly inputs: ReadonlyMap<string, InputWords>
}

const isServer = (value: Json): boolean => isObject(value) && ('command' in value || 'url' in value)

function serversIn(json: JsonObject): Found | null {
  const { mcpServers, servers, mcp } = json
  if (isObject(mcpServers)) return { servers: mcpServers, inputs: inputsOf(json['inputs']) }
  if (isObject(servers)) return { servers, inputs: inputsOf(json['inputs']) }
  if (isObject(mcp)) return serversIn(mcp)
  if (isServer(json)) return { servers: { [typeof json['name'] === 'string' ? json['name'] : 'server']: json }, inputs: new Map() }
  return Object.values(json).some(isServer) ? { servers: json, inputs: new Map() } : null
}

const inputWords = (id: string, { description, password, default: otherwise }: JsonObject): InputWords => ({
  words: typeof description === 'string' && description.trim() !== '' ? description.slice(0, 200) : id,
  secret: password === true,
  otherwise: typeof otherwise === 'string' ? otherwise : null,
})

/** What VS Code asks for, by id. Without `password` it is no secret. */
function inputsOf(inputs: Json | undefined): ReadonlyMap<string, InputWords> {
  const list: readonly Json[] = Array.isArray(inputs) ? inputs : []
  return new Map(list.flatMap((input) => (isObject(input) && typeof input['id'] === 'string' ? [[input['id'], inputWords(input['id'], input)] as const] : [])))
}
