import { z } from 'zod'
import { err, ok, type Result } from '../../../../shared/result'
import { firstCharacters } from '../../../../shared/text/characters'
import { plainLine } from '../../../../shared/text/plain-line'
import { say } from '../../../../shared/words/say'
import type { ownTools } from '../../../../shared/words/en/own-tools'
import type { ToolLevel } from '../../../../shared/tools/levels'
import type { Json, JsonObject, Tool, ToolOutcome, ToolRequest, ToolSource } from '../tool'

/** A tool and what it does. */
export interface BuiltInTool {
  readonly tool: Tool
  call(request: ToolRequest): Promise<ToolOutcome>
  readonly undo: Undo | null
}

/** How what it did is taken back. False: it cannot be any more. */
export interface Undo {
  readonly kind: string
  readonly take: (data: string) => Promise<boolean>
}

/** Those whose title and explanation the catalogue has. */
export type BuiltInName = { readonly [Key in keyof typeof ownTools]: `${Key}-about` extends keyof typeof ownTools ? Key : never }[keyof typeof ownTools]

export interface BuiltInPlan<Input extends z.ZodObject> {
  readonly name: BuiltInName
  /** For the model; every word of it is paid for in each session. */
  readonly description: string
  readonly input: Input
  readonly level: ToolLevel
  readonly effect: 'read' | 'write'
  readonly isOwn?: boolean
  readonly untrusted?: string
  readonly pattern?: (args: z.infer<Input>) => { readonly key: string; readonly text: string } | null
  readonly run: (args: z.infer<Input>, request: ToolRequest) => Promise<ToolOutcome> | ToolOutcome
  readonly undo?: Undo
}

/** Nobody hears more than this to its end. */
const MAX_FAULT_CHARS = 200

/** Said when the tool is made, which is behind `speak`. */
export const wordsOf = (name: BuiltInName): Pick<Tool, 'title' | 'explanation'> => ({ title: say(`own-tools.${name}`), explanation: say(`own-tools.${name}-about`) })

export function builtInTool<Input extends z.ZodObject>(plan: BuiltInPlan<Input>): BuiltInTool {
  const { name, description, input, level, effect, pattern, run, undo } = plan
  return {
    tool: {
      definition: { type: 'function', name, description, parameters: parametersOf(input) },
      level, effect,
      ...wordsOf(name),
      isOwn: plan.isOwn ?? false,
      untrusted: plan.untrusted ?? null,
      check: (given) => checked(input, given),
      ...(pattern === undefined ? {} : { pattern: (args: JsonObject) => pattern(input.parse(args)) }),
    },
    call: async (request) => run(input.parse(request.arguments), request),
    undo: undo ?? null,
  }
}

/** The same bytes each time: zod writes the properties in the order of the schema. */
function parametersOf(input: z.ZodObject): JsonObject {
  const { type, properties, required, additionalProperties } = z.toJSONSchema(input, { io: 'input' })
  return JSON.parse(JSON.stringify({ type, properties, required, additionalProperties })) as JsonObject
}

function checked(input: z.ZodObject, given: Json): Result<JsonObject, string> {
  const read = input.safeParse(given)
  return read.success ? ok(read.data as JsonObject) : err(faultWords(read.error.issues))
}

/** Names of fields are the model's own: nothing in them may turn the line round or flood it. */
function faultWords(issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]): string {
  const words = issues.slice(0, 3).map(({ path, message }) => (path.length === 0 ? message : `${path.map(String).join('.')}: ${message}`))
  return firstCharacters(plainLine(words.join('; ')), MAX_FAULT_CHARS)
}

export const failed = (error: string, retry = false): ToolOutcome => ({ kind: 'failed', error, retry })

/** It waited for something, and the person does not want it any more. */
export const stoppedBefore = ({ signal }: Pick<ToolRequest, 'signal'>): ToolOutcome | null => (signal.aborted ? failed('It was stopped before anything was done.') : null)

/** A source of such tools, in the order in which servers are told of them: it never changes, so that they are cached. */
export function sourceOf(name: string, tools: readonly BuiltInTool[]): ToolSource {
  const list = tools.map(({ tool }) => tool)
  const byName = new Map(tools.map((each) => [each.tool.definition.name, each]))
  return {
    name,
    list: () => list,
    call: async (request) => byName.get(request.name)?.call(request) ?? failed('There is no such tool.'),
    undo: async ({ kind, data }) => (await tools.find(({ undo }) => undo?.kind === kind)?.undo?.take(data)) ?? false,
  }
}
