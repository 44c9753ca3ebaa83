import type { ConversationItem, ToolCall } from '../../../shared/conversation'
import { toolWords } from '../../../shared/text/tool-words'
import type { CardArgument, RunningTool } from '../../../shared/tools/view'
import { say } from '../../../shared/words/say'
import { resultOf, wasRefused } from './action-words'
import { jsonWords, nameWords, parsed, valueWords } from './plain-value'
import { approvalWords, outcomeWords, runningWords, tookWords } from './tools-words'

export interface CallLine {
  readonly words: string
  /** At the end of the line. */
  readonly aside: string
}

/** The one line that tells of a call. */
export function callLine(tool: ToolCall, status: ConversationItem['status'], running: RunningTool | null): CallLine {
  if (running !== null) return { words: running.title, aside: runningWords(running) }
  const { account } = tool
  if (account === undefined) return { words: toolWords(tool, status), aside: '' }
  const { title, outcome, elapsedMs, result } = account
  if (outcome === 'done') return { words: result ?? title, aside: elapsedMs === null ? '' : tookWords(elapsedMs) }
  return { words: title, aside: outcome === 'open' ? say('tools.went-on') : outcomeWords(outcome) } // its end is told only in its own conversation
}

export function callSign({ output, account }: ToolCall, running: RunningTool | null): 'tool' | 'check' | 'close' {
  if (running !== null || output === null || account?.outcome === 'open') return 'tool'
  return account?.outcome === 'done' ? 'check' : 'close'
}

/** More is in the history's export. */
const MOST_CHARS = 4_000

const cut = (text: string): string => (text.length > MOST_CHARS ? `${text.slice(0, MOST_CHARS)}…` : text)

/** What is to be read of a call, in this order. */
export function callFacts(tool: ToolCall): readonly CardArgument[] {
  const { account, output } = tool
  return [
    { name: say('tools.fact-tool'), text: account === undefined ? tool.name : account.title },
    ...argumentsOf(tool.arguments),
    ...(output === null || (account !== undefined && wasRefused(account)) ? [] : [{ name: say('tools.fact-told'), text: cut(jsonWords(output)) }]),
    ...(account === undefined ? [] : accountOf(account)),
  ]
}

function accountOf({ approval, outcome, result, elapsedMs }: NonNullable<ToolCall['account']>): readonly CardArgument[] {
  return [
    ...(approval === 'not-asked' && outcome === 'not-run' ? [] : [{ name: say('tools.fact-allowed'), text: approvalWords(approval) }]),
    { name: say('tools.fact-result'), text: resultOf({ approval, result }) ?? outcomeWords(outcome) },
    ...(elapsedMs === null ? [] : [{ name: say('tools.fact-took'), text: tookWords(elapsedMs) }]),
  ]
}

/** Each by its name; what is no object stands as it came. */
export function argumentsOf(text: string): readonly CardArgument[] {
  const read = parsed(text)
  if (typeof read !== 'object' || read === null || Array.isArray(read)) return text.trim() === '' ? [] : [{ name: say('tools.fact-given'), text: cut(text) }]
  return Object.entries(read).map(([name, value]) => ({ name: nameWords(name), text: cut(valueWords(value)) }))
}

/** As it went over the wire, for whoever wants to know exactly. */
export function callAsSent({ name, arguments: given, output }: ToolCall): string {
  return [`${name}(${cut(given)})`, ...(output === null ? [] : [cut(output)])].join('\n\n')
}
