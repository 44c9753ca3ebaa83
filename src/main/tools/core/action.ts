import type { CallAccount } from '../../../shared/conversation'
import type { ConversationId } from '../../../shared/ids'
import { redact } from '../../../shared/errors/redact'
import { firstCharacters } from '../../../shared/text/characters'
import { plainLine } from '../../../shared/text/plain-line'
import { say } from '../../../shared/words/say'
import type { Action, ActionOutcome, Approval } from '../../../shared/tools/actions'
import type { JsonObject, Tool, ToolOutcome } from './tool'

const MAX_ARGUMENT_CHARS = 4_000
const MAX_RESULT_CHARS = 200
const MAX_AFTER_CHARS = 80
const MAX_NAME_CHARS = 64

export interface ActionFacts {
  readonly id: string
  readonly at: number
  readonly conversation: ConversationId | null
  readonly tool: Tool
  readonly arguments: JsonObject
  readonly approval: Approval
}

/** As it is written before it is done. */
export const openAction = ({ id, at, conversation, tool, arguments: args, approval }: ActionFacts): Action => ({
  id, at, conversation, approval,
  tool: tool.definition.name,
  title: tool.title,
  level: tool.level,
  arguments: firstCharacters(redact(JSON.stringify(args)), MAX_ARGUMENT_CHARS),
  outcome: 'open',
  result: null,
  elapsedMs: null,
  undo: null,
})

const line = (text: string, most = MAX_RESULT_CHARS): string => firstCharacters(plainLine(redact(text)), most)

const behindLine = (said: string, behind: string): string => line(said, MAX_RESULT_CHARS - behind.length) + behind

/** The person may wonder who wanted it: whose text stood in the turn. */
function saidAfter(said: string, after: string | null): string {
  if (after === null) return line(said)
  return behindLine(said, ` ${say('own-tools.after', { source: line(after, MAX_AFTER_CHARS) })}`)
}

/** A look that began early: what it saw reached nobody. */
export const untoldAction = (action: Action): Action => (action.outcome === 'done' ? { ...action, result: behindLine(action.result ?? '', ` ${say('own-tools.untold')}`) } : action)

/** It was not done. */
export const notRun = (action: Action, why: string): Action => ({ ...action, outcome: 'not-run', result: line(why) })

/** It was stopped, and has not said how far it came. A look at something is simply not finished. */
export const stoppedAction = (action: Action, effect: Tool['effect'], why: string, elapsedMs: number): Action => ({ ...notRun(action, why), elapsedMs, outcome: effect === 'read' ? 'not-run' : 'broke-off' })

/** `after`: whose text stood in the turn when something was changed. */
export const closedAction = (action: Action, outcome: ToolOutcome, elapsedMs: number, after: string | null): Action => ({
  ...action,
  elapsedMs,
  outcome: (outcome.kind === 'done' ? 'done' : 'failed') satisfies ActionOutcome,
  result: outcome.kind === 'done' ? saidAfter(outcome.said, after) : line(outcome.error),
  undo: outcome.kind === 'done' ? (outcome.undo ?? null) : null,
})

/** What people are told of it beside the call. */
export const accountOf = ({ title, approval, outcome, result, elapsedMs }: Action): CallAccount => ({ title, approval, outcome, result, elapsedMs })

/** With the places in files that it gave to the model; what they say stays in the output. */
export function accountOfRun(action: Action, outcome: ToolOutcome): CallAccount {
  const passages = outcome.kind === 'done' ? outcome.passages : undefined
  const placed = passages?.map(({ cite, folder, path, file, page, heading }) => ({ cite, folder, path, file, page, heading }))
  return { ...accountOf(action), ...(placed === undefined ? {} : { passages: placed }) }
}

/** Of a call that came to nothing before it was one: no such tool (`title` null), or arguments that cannot be read. */
export const refusedAccount = (title: string | null, name: string, why: string): CallAccount => ({
  title: title ?? say('own-tools.not-here', { name: firstCharacters(plainLine(name), MAX_NAME_CHARS) }),
  approval: 'not-asked', outcome: 'not-run', result: line(why), elapsedMs: null,
})

/** All that is kept of an action whose conversation is private, or gone. */
export const privateAction = (action: Action): Action => ({ ...action, conversation: null, arguments: null, result: null, undo: null })
