import { firstCharacters } from './characters'
import type { ConversationItem, ToolCall } from '../conversation'
import { plainLine } from './plain-line'

/** What a call is answered while there are no tools: the model reads it, and so may a person in the history. */
export const NOT_AVAILABLE = 'Not available here; nothing was done.'
/** And a wish of the server to use a tool of its own. */
export const NOT_APPROVED = 'Not approved; nothing was done.'

/** A call that was whole, and not begun when the person went on. */
export const NOT_RUN = '{"status":"not_run","why":"the person interrupted"}'
/** And when its answer failed. */
export const BROKE_OFF = '{"status":"not_run","why":"the answer broke off"}'
/** And when the model was asked to say what it has. */
export const TOO_MANY_CALLS = '{"status":"not_run","why":"too many calls for one question; say what you know so far"}'

/** Whoever answers a call says so by how the answer begins. */
export const isNotRun = (output: string): boolean => output.startsWith('{"status":"not_run"')

/** Names are at most 64 letters where they are checked at all. */
const NAME_CHARS = 64

const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1)

/** The one line that tells of a call in the conversation. */
export function toolWords({ name, output }: ToolCall, status: ConversationItem['status']): string {
  const tool = named(name)
  if (output === NOT_AVAILABLE) return capital(`${tool} is not available here, so it was not used.`)
  if (output === NOT_APPROVED) return `The server asked to use ${tool}; Parley refused, so it was not used.`
  if (output !== null && isNotRun(output)) return capital(`${tool} was not used.`)
  if (output !== null) return `Asked ${tool}`
  if (status === 'in-progress') return `Asks ${tool}…`
  return status === 'done' ? `Asked ${tool}; no answer yet` : capital(`${tool} was not used.`) // whole, it runs or waits for a person
}

function named(name: string): string {
  const plain = firstCharacters(plainLine(name).trim(), NAME_CHARS)
  return plain === '' ? 'a tool without a name' : `the tool “${plain}”`
}
