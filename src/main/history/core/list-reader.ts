import { err, ok, type Result } from '../../../shared/result'
import { EXPORT_FORMAT } from './export-json'

export const NOT_OURS = 'This is not a history that Parley exported.'

/** Takes an export apart while it is read, so that only one conversation has to be in memory. */
export interface ListReader {
  /** The texts of the conversations that end in this piece of the file. */
  push(chunk: string): Result<readonly string[], string>
  /** Everything but the conversations: the file with an empty list, once all is read. */
  frame(): string
  /** Whether what was read so far names our format. */
  looksOurs(): boolean
}

/** Ours is a hundred characters. A file of another kind is all frame. */
const LONGEST_FRAME = 10_000
/** Two hundred of the largest images in one conversation; a string that is a quarter longer cannot be made at all. */
const LONGEST_ELEMENT = 400 * 1024 * 1024
/** The root object, and in it the list. */
const IN_ROOT = 1
const IN_LIST = 2

const QUOTE = 0x22
const BACKSLASH = 0x5c
const COMMA = 0x2c
const BRACKET = 0x5b
const BRACKET_END = 0x5d
const BRACE = 0x7b
const BRACE_END = 0x7d

/** The elements of the lists in the root object are the conversations: ours has one. Whether they are JSON is for others to say. */
export function createListReader(): ListReader {
  let frame = ''
  let element = ''
  let depth = 0
  let isList = false
  let isText = false
  let isEscaped = false
  let isFirst = true

  /** Takes note of one character; true when it ends an element. */
  const step = (code: number): boolean => {
    if (isText) {
      if (isEscaped) isEscaped = false
      else if (code === BACKSLASH) isEscaped = true
      else if (code === QUOTE) isText = false
      return false
    }
    if (code === QUOTE) isText = true
    else if (code === BRACE || code === BRACKET) {
      depth += 1
      if (code === BRACKET && depth === IN_LIST) isList = isFirst = true
    } else if (code === BRACE_END || code === BRACKET_END) {
      depth -= 1
      return isList && depth === IN_ROOT
    } else return isList && depth === IN_LIST && code === COMMA
    return false
  }

  const push = (chunk: string): Result<readonly string[], string> => {
    const ended: string[] = []
    let start = 0
    for (let at = 0; at < chunk.length; at += 1) {
      const wasList = isList
      const ends = step(chunk.charCodeAt(at))
      if (!wasList && isList) {
        frame += chunk.slice(start, at + 1)
        start = at + 1
      }
      if (!ends) continue
      const closes = depth === IN_ROOT
      element += chunk.slice(start, at)
      start = closes ? at : at + 1
      // Only "[]" has an end without an element before it.
      if (!(closes && isFirst && element.trim() === '')) ended.push(element)
      element = ''
      isFirst = false
      if (closes) isList = false
    }
    if (isList) element += chunk.slice(start)
    else frame += chunk.slice(start)
    if (element.length > LONGEST_ELEMENT) return err('One of its conversations is larger than 400 MB.')
    return frame.length > LONGEST_FRAME ? err(NOT_OURS) : ok(ended)
  }
  return { push, frame: () => frame.replace(/^\uFEFF/u, ''), looksOurs: () => frame.includes(`"${EXPORT_FORMAT}"`) }
}
