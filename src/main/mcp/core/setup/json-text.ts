import { type Node, parseTree, type ParseError } from 'jsonc-parser'
import { err, ok, type Result } from '../../../../shared/result'
import type { Json, JsonObject } from '../../../tools/core/tool'

/** More than anybody's list of servers, and little enough to be read at once. */
const MAX_CHARS = 200_000
const MAX_DEPTH = 40

class NotAList extends Error {}

export const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)

/** JSON as people keep it: with comments and commas too many; copied without its outer braces, too. A name like `__proto__` is a name like any other. */
export function readJson(text: string): Result<JsonObject, string> {
  if (text.trim() === '') return err('There is nothing here yet. Paste the JSON of a server.')
  if (text.length > MAX_CHARS) return err('This is far too long for a list of servers. Paste only that part.')
  const whole = parsed(text)
  const pasted = whole.ok || !/^\s*"/.test(text) ? whole : parsed(`{${text}}`)
  if (!pasted.ok) return pasted
  return isObject(pasted.value) ? ok(pasted.value) : err('This is JSON, but no list of servers: it must begin with { and name its servers.')
}

function parsed(text: string): Result<Json, string> {
  const errors: ParseError[] = []
  try {
    const tree = parseTree(text, errors, { allowTrailingComma: true, disallowComments: false })
    const [first] = errors
    if (first !== undefined || tree === undefined) return err(`This is no JSON that can be read${placeOf(text, first?.offset ?? 0)}. A bracket, a comma or a quotation mark may be missing there.`)
    return ok(valueOf(tree, MAX_DEPTH))
  } catch (cause) {
    if (cause instanceof NotAList || cause instanceof RangeError) return err(cause instanceof NotAList ? cause.message : 'This is nested too deeply for a list of servers.')
    throw cause
  }
}

function placeOf(text: string, offset: number): string {
  const lines = text.slice(0, offset).split('\n')
  return `: line ${String(lines.length)}, character ${String((lines.at(-1)?.length ?? 0) + 1)}`
}

function valueOf(node: Node, depth: number): Json {
  if (depth === 0) throw new NotAList('This is nested too deeply for a list of servers.')
  if (node.type === 'array') return (node.children ?? []).map((child) => valueOf(child, depth - 1))
  return node.type === 'object' ? objectOf(node, depth) : (node.value as Json)
}

/** The second of two with the same name would win unseen. */
function objectOf({ children = [] }: Node, depth: number): JsonObject {
  const entries = children.map(({ children: [name, value] = [] }) => [String(name?.value), value === undefined ? null : valueOf(value, depth - 1)] as const)
  const twice = entries.find(([name], at) => entries.findIndex(([other]) => other === name) !== at)
  if (twice !== undefined) throw new NotAList(`“${twice[0].slice(0, 80)}” stands here twice in one place. Take one of them out.`)
  return Object.fromEntries(entries)
}
