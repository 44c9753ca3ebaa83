import type { ConversationItem, ToolCall } from '../../../shared/conversation'

/** Longer ids of ours are refused (reference §5.9). */
const MAX_CALL_ID_CHARS = 32

/** What both sides can agree on having been said: nothing unfinished, nothing failed, and of an answer what was heard. */
export function saidText({ role, kind, status, text, heardChars }: ConversationItem): string {
  if (kind === 'tool' || status === 'failed' || status === 'growing') return ''
  return (role === 'assistant' && heardChars !== null ? text.slice(0, heardChars) : text).trim()
}

/** A call that was answered, and that a new session would take. */
export function answeredCall({ status, tool }: ConversationItem): (ToolCall & { readonly output: string }) | null {
  if (tool === undefined || status === 'failed' || status === 'growing') return null
  const { output, callId, name } = tool
  return output === null || callId === '' || callId.length > MAX_CALL_ID_CHARS || name === '' ? null : { ...tool, output }
}

/** The last `chars` characters at most, from the beginning of a word where there are words. */
export function lastPart(text: string, chars: number): string {
  if (text.length <= chars) return text
  if (chars <= CUT_MARK.length) return ''
  const start = text.length - chars + CUT_MARK.length
  const atWord = /\s/.test(text.charAt(start - 1))
  return CUT_MARK + (atWord ? text.slice(start) : text.slice(start).replace(HALF, '')).trimStart()
}

const CUT_MARK = '… '
/** What is left of a word, or of a surrogate pair where a script has no spaces. */
const HALF = /^\S{0,40}\s+|^[\uDC00-\uDFFF]/
