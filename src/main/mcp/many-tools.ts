import { err, ok } from '../../shared/result'
import { say } from '../../shared/words/say'
import { wordsOf } from '../tools/core/built-in/built-in-tool'
import type { Json, JsonObject, NamedCall, Tool, ToolOutcome } from '../tools/core/tool'
import { foundTools } from './core/tool-search'
import { isObject } from './core/walk'

/** About four characters a token. What stands in each session is paid for with each answer. */
const MOST_CHARS = 16_000
/** Below half of it they are told one by one again: a list at the edge does not go to and fro, which would cost more than either. */
const FEW_CHARS = MOST_CHARS / 2

const charsOf = (tools: readonly Tool[]): number => tools.reduce((sum, { definition }) => sum + JSON.stringify(definition).length, 0)

export const areMany = (tools: readonly Tool[], before: boolean): boolean => charsOf(tools) > (before ? FEW_CHARS : MOST_CHARS)

const FIND = 'find_tools'
const USE = 'use_tool'
const NO_SUCH_TOOL = `There is no such tool. Look for it with ${FIND}.`

const text = (description: string): JsonObject => ({ type: 'string', description })
const object = (properties: JsonObject): JsonObject => ({ type: 'object', properties, required: Object.keys(properties), additionalProperties: false })

const OWN = { by: 'Parley', level: 0, effect: 'read', isOwn: true, untrusted: null } as const

/** Two that stand for all the others. They are always the same, so that a session is not priced anew when a server changes. */
export const pair = (): readonly Tool[] => [
  {
    ...OWN,
    definition: { type: 'function', name: FIND, description: "Looks among the tools of the person's servers. Gives names, descriptions and parameters.", parameters: object({ query: text('What the tool should do, in a few words') }) },
    ...wordsOf(FIND),
    check: (given) => (isObject(given) && typeof given['query'] === 'string' ? ok({ query: given['query'] }) : err('“query” must be a text.')),
  },
  {
    ...OWN,
    definition: { type: 'function', name: USE, description: `Calls a tool that ${FIND} gave, with arguments that fit its parameters.`, parameters: object({ name: text('As given'), arguments: { type: 'object', description: 'For the tool' } }) },
    ...wordsOf(USE),
    check: () => err(NO_SUCH_TOOL), // what can be called stands for itself: see toolBehind
  },
]

export const isOfPair = (name: string): boolean => name === FIND || name === USE

/** The call that is meant; null: it is none of these, or of no tool that there is. */
export function toolBehind({ name, arguments: given }: NamedCall, tools: readonly Tool[]): NamedCall | null {
  const asked = name === USE ? parsed(given) : null
  if (!isObject(asked)) return null
  const { name: wanted, arguments: args = {} } = asked
  if (!tools.some(({ definition }) => definition.name === wanted) || typeof wanted !== 'string') return null
  return { name: wanted, arguments: typeof args === 'string' ? args : JSON.stringify(args) }
}

export function find(tools: readonly Tool[], { query }: JsonObject): ToolOutcome {
  const found = foundTools(tools, String(query))
  if (found.length === 0) return { kind: 'done', output: { tools: [], note: 'Nothing fits. Try other words.' }, said: say('own-tools.no-tool') }
  const output = found.map(({ name, description, parameters }) => ({ name, description, parameters }))
  return { kind: 'done', output: { tools: fitting(output) }, said: found.map(({ name }) => name).join(', ') }
}

/** As outputs are cut: half a schema is of no use. */
const MAX_FOUND_CHARS = 5_500

function fitting(found: readonly Json[]): readonly Json[] {
  let left = MAX_FOUND_CHARS
  return found.filter((each) => (left -= JSON.stringify(each).length) >= 0)
}

function parsed(given: string): Json {
  try {
    return JSON.parse(given) as Json
  } catch {
    return null
  }
}
