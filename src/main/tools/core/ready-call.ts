import { err, ok, type Result } from '../../../shared/result'
import { fnv } from '../../../shared/text/fnv'
import { type Budget, overBudget } from './budget'
import type { Json, JsonObject, Tool } from './tool'

/** A message of a server is bounded, what a tool may be told is bounded once more. */
const MAX_ARGUMENT_CHARS = 64_000

/** A call that makes sense. `text` is what the card shows and what runs: nothing can change between the two. */
export interface ReadyCall {
  readonly tool: Tool
  readonly text: string
}

export interface ReadingFacts {
  readonly tool: Tool | null
  readonly budget: Budget
  readonly place: number
}

const WHOLE_CHARS = 200

/** The same once more. It is remembered for a while, so of long arguments only what tells them apart; two that meet in it cost a refusal. */
export function callKey(name: string, given: string): string {
  const whole = `${name} ${given}`
  return whole.length <= WHOLE_CHARS ? whole : `${String(whole.length)} ${fnv(whole)} ${fnv(whole, 0x01234567)}`
}

/** What a call comes to, or in words why it is none. */
export function readCall({ name, arguments: given }: { readonly name: string; readonly arguments: string }, { tool, budget, place }: ReadingFacts): Result<ReadyCall, string> {
  const why = overBudget(budget, callKey(name, given), place)
  if (why !== null) return err(why)
  if (tool === null) return err('There is no such tool.')
  const json = parsed(given)
  if (json === undefined) return err('The arguments are not JSON.')
  const checked = tool.check(json)
  return checked.ok ? ok({ tool, text: JSON.stringify(checked.value) }) : checked
}

export const argumentsOf = ({ text }: ReadyCall): JsonObject => JSON.parse(text) as JsonObject

/** No arguments at all is what some models send for an empty object. */
function parsed(given: string): Json | undefined {
  if (given.trim() === '') return {}
  if (given.length > MAX_ARGUMENT_CHARS) return undefined
  try {
    return JSON.parse(given) as Json
  } catch {
    return undefined
  }
}
