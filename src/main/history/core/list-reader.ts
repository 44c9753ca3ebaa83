import { err, ok, type Result } from '../../../shared/result'
import { EXPORT_FORMAT } from './export-json'

export const NOT_OURS = 'This is not a history that Parley exported.'

/** Ours is a hundred characters. A file of another kind is all frame. */
const LONGEST_FRAME = 10_000
/** Two hundred of the largest images in one conversation; a string that is a quarter longer cannot be made at all. */
const LONGEST_ELEMENT = 400 * 1024 * 1024
/** A long one has a hundred thousand. An array of 134 million cannot be made: the engine ends the whole program instead of failing. */
const MOST_VALUES = 20_000_000
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

/** Where in a JSON text one is, character by character; no more than it takes to find where an element of a list in the root object ends. */
class JsonPlace {
  depth = 0
  isList = false
  /** Of the element that is being read, about. */
  values = 0
  private isText = false
  private isEscaped = false

  /** Takes note of one character; true when it ends an element. */
  step(code: number): boolean {
    if (this.isText) this.inText(code)
    else if (code === QUOTE) this.isText = true
    else if (code === BRACE || code === BRACKET) this.open(code)
    else if (code === BRACE_END || code === BRACKET_END) return this.close()
    else if (code === COMMA) return this.next()
    return false
  }

  private next(): boolean {
    this.values += 1
    return this.isList && this.depth === IN_LIST
  }

  private inText(code: number): void {
    if (this.isEscaped) this.isEscaped = false
    else if (code === BACKSLASH) this.isEscaped = true
    else if (code === QUOTE) this.isText = false
  }

  private open(code: number): void {
    this.depth += 1
    if (code === BRACKET && this.depth === IN_LIST) this.isList = true
  }

  private close(): boolean {
    this.depth -= 1
    return this.isList && this.depth === IN_ROOT
  }
}

/**
 * Takes an export apart while it is read, so that only one conversation has to be in memory. The elements of the lists in the root
 * object are the conversations: ours has one. Whether they are JSON is for others to say.
 */
export class ListReader {
  private readonly place = new JsonPlace()
  private framed = ''
  private element = ''
  private isFirst = true

  /** The texts of the conversations that end in this piece of the file. */
  push(chunk: string): Result<readonly string[], string> {
    const { place } = this
    const ended: string[] = []
    let start = 0
    for (let at = 0; at < chunk.length; at += 1) {
      const wasList = place.isList
      const ends = place.step(chunk.charCodeAt(at))
      if (!wasList && place.isList) start = this.listBegins(chunk, start, at)
      if (ends) start = this.elementEnds(chunk.slice(start, at), at, ended)
    }
    return this.rest(chunk.slice(start), ended)
  }

  /** Everything but the conversations: the file with an empty list, once all is read. */
  frame(): string {
    return this.framed.replace(/^\uFEFF/u, '')
  }

  /** Whether what was read so far names our format. */
  looksOurs(): boolean {
    return this.framed.includes(`"${EXPORT_FORMAT}"`)
  }

  private listBegins(chunk: string, start: number, at: number): number {
    this.framed += chunk.slice(start, at + 1)
    this.isFirst = true
    this.place.values = 0
    return at + 1
  }

  /** Where the next one begins; behind the last, where the frame goes on. */
  private elementEnds(text: string, at: number, ended: string[]): number {
    const closes = this.place.depth === IN_ROOT
    this.element += text
    // Only "[]" has an end without an element before it.
    if (!(closes && this.isFirst && this.element.trim() === '')) ended.push(this.element)
    this.element = ''
    this.place.values = 0
    this.isFirst = false
    if (closes) this.place.isList = false
    return closes ? at : at + 1
  }

  private rest(text: string, ended: readonly string[]): Result<readonly string[], string> {
    if (this.place.isList) this.element += text
    else this.framed += text
    if (this.element.length > LONGEST_ELEMENT) return err('One of its conversations is larger than 400 MB.')
    if (this.place.isList && this.place.values > MOST_VALUES) return err('One of its conversations has more than 20 million values.')
    return this.framed.length > LONGEST_FRAME ? err(NOT_OURS) : ok(ended)
  }
}
