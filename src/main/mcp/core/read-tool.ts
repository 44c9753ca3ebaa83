import { firstCharacters } from '../../../shared/text/characters'
import { plainLine } from '../../../shared/text/plain-line'
import { plainText } from '../../../shared/text/plain-text'
import type { Json, JsonObject } from '../../tools/core/tool'
import type { ListedTool } from './messages'
import { cleanSchema } from './schema-clean'
import { canonical, isObject } from './walk'

const MAX_NAME_CHARS = 128
const MAX_TITLE_CHARS = 200
const MAX_DESCRIPTION_CHARS = 20_000
const MAX_TOOL_CHARS = 40_000

/** What a pin is over: the entry of the server and all that it says of the tool, as it says it. */
function pinned(entryHash: string, tool: JsonObject): string {
  const said = ['name', 'title', 'description', 'inputSchema', 'annotations'].map((word) => tool[word] ?? null)
  return canonical([entryHash, ...said] as Json)
}

export interface ReadingWorld {
  /** Of the server's entry, as the person has confirmed it. */
  readonly entryHash: string
  readonly hash: (text: string) => string
}

/** It is said back to the server, so it is as it is or not at all. */
const isToolName = (name: string): boolean => name !== '' && name.length <= 2 * MAX_NAME_CHARS && plainLine(name) === name

/** One tool as a server lists it; null: it is none, and costs nobody else anything. */
export function readTool(given: unknown, { entryHash, hash }: ReadingWorld): ListedTool | null {
  if (!isObject(given)) return null
  const { name, title, description = '', annotations } = given
  if (typeof name !== 'string' || !isToolName(name) || typeof description !== 'string' || description.length > MAX_DESCRIPTION_CHARS) return null
  const schema = cleanSchema(given['inputSchema'])
  if (schema === null || JSON.stringify(schema).length > MAX_TOOL_CHARS) return null
  const said = isObject(annotations) ? annotations : {}
  return {
    name,
    title: shownTitle(title ?? said['title']),
    description: plainText(description).trim(),
    schema,
    readOnly: said['readOnlyHint'] === true,
    destructive: said['destructiveHint'] === true,
    hash: hash(pinned(entryHash, given)),
  }
}

function shownTitle(title: Json | undefined): string | null {
  const plain = typeof title === 'string' ? firstCharacters(plainLine(title).trim(), MAX_TITLE_CHARS) : ''
  return plain === '' ? null : plain
}
