import { type Node, parseTree, type ParseError } from 'jsonc-parser'
import { err, ok, type Result } from '../../../../shared/result'
import type { Json, JsonObject } from '../../../tools/core/tool'
import { say } from '../../../../shared/words/say'

/** More than anybody's list of servers, and little enough to be read at once. */
const MAX_CHARS = 200_000
const MAX_DEPTH = 40

class NotAList extends Error {}

export const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)

/** JSON as people keep it: with comments and commas too many; copied without its outer braces, too. A name like `__proto__` is a name like any other. */
export function readJson(text: string): Result<JsonObject, string> {
  if (text.trim() === '') return err(say('setup.nothing-pasted'))
  if (text.length > MAX_CHARS) return err(say('setup.pasted-too-long'))
  const whole = parsed(text)
  const pasted = whole.ok || !/^\s*"/.test(text) ? whole : parsed(`{${text}}`)
  if (!pasted.ok) return pasted
  return isObject(pasted.value) ? ok(pasted.value) : err(say('setup.not-a-list', { brace: '{' }))
}

function parsed(text: string): Result<Json, string> {
  const errors: ParseError[] = []
  try {
    const tree = parseTree(text, errors, { allowTrailingComma: true, disallowComments: false })
    const [first] = errors
    if (first !== undefined || tree === undefined) return err(say('setup.not-json', placeOf(text, first?.offset ?? 0)))
    return ok(valueOf(tree, MAX_DEPTH))
  } catch (cause) {
    if (cause instanceof NotAList || cause instanceof RangeError) return err(cause instanceof NotAList ? cause.message : say('setup.too-nested'))
    throw cause
  }
}

function placeOf(text: string, offset: number): { readonly line: number; readonly character: number } {
  const lines = text.slice(0, offset).split('\n')
  return { line: lines.length, character: (lines.at(-1)?.length ?? 0) + 1 }
}

function valueOf(node: Node, depth: number): Json {
  if (depth === 0) throw new NotAList(say('setup.too-nested'))
  if (node.type === 'array') return (node.children ?? []).map((child) => valueOf(child, depth - 1))
  return node.type === 'object' ? objectOf(node, depth) : (node.value as Json)
}

/** The second of two with the same name would win unseen. */
function objectOf({ children = [] }: Node, depth: number): JsonObject {
  const entries = children.map(({ children: [name, value] = [] }) => [String(name?.value), value === undefined ? null : valueOf(value, depth - 1)] as const)
  const twice = entries.find(([name], at) => entries.findIndex(([other]) => other === name) !== at)
  if (twice !== undefined) throw new NotAList(say('setup.named-twice', { name: twice[0].slice(0, 80) }))
  return Object.fromEntries(entries)
}
