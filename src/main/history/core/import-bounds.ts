import { TokenType, type ParsedTokenInfo } from '@streamparser/json'
import { EXPORT_FORMAT, NOT_OURS } from './export-json'

/** Ours is a hundred characters. A file of another kind is all frame. */
const LONGEST_FRAME = 10_000
/** Two hundred of the largest images in one conversation; a string that is a quarter longer cannot be made at all. */
const LONGEST_CONVERSATION = 400 * 1024 * 1024
/** A long one has a hundred thousand. An array of 134 million cannot be made: the engine ends the whole program instead of failing. */
const MOST_VALUES = 20_000_000
const TOO_MANY = 'One of its conversations has more than 20 million values.'
/** Ours goes down seven levels. */
const MOST_LEVELS = 100
const IN_ROOT = 1
/** The parser joins what is escaped one by one, which takes as much as a value does; ours escapes no more than halves of characters. */
const ESCAPED_HALF = /\\u[dD]/gu

const { LEFT_BRACE, RIGHT_BRACE, LEFT_BRACKET, RIGHT_BRACKET, COMMA, STRING } = TokenType

/** Why a file is not read on. */
export class Refused extends Error {}

/** What an import may hold in memory, counted on the tokens as they pass, before anything is built of them. */
export class ImportBounds {
  private depth = 0
  private key: ParsedTokenInfo['value'] = null
  private isOurs = false
  private isList = false
  private wasList = false
  private values = 0
  private framed = 0
  private unended = 0

  constructor(private readonly mostValues = MOST_VALUES) {}

  /** Before a piece of the file is read: a text is no token before it ends. */
  pieceBegins(piece: string): void {
    this.unended += piece.length
    this.values += piece.match(ESCAPED_HALF)?.length ?? 0
  }

  note({ token, value }: ParsedTokenInfo): void {
    this.wasList = this.isList
    if (token === COMMA) this.values += 1
    else if (token === LEFT_BRACE || token === LEFT_BRACKET) this.open(token)
    else if (token === RIGHT_BRACE || token === RIGHT_BRACKET) this.close()
    else if (token === STRING && this.depth === IN_ROOT) this.field(value)
    if (!this.isList) this.inFrame(value)
    else if (this.values > this.mostValues) throw new Refused(TOO_MANY)
  }

  pieceEnds(): void {
    if (!this.isList && this.unended > LONGEST_FRAME) throw new Refused(NOT_OURS)
    if (this.isList && this.values > this.mostValues) throw new Refused(TOO_MANY)
    if (this.isList && this.unended > LONGEST_CONVERSATION) throw new Refused('One of its conversations is larger than 400 MB.')
  }

  conversationEnds(): void {
    this.values = 0
    this.unended = 0
  }

  /** Whether the last token stood in the list of conversations, or at one of its ends. */
  inList(): boolean {
    return this.isList || this.wasList
  }

  /** Whether what was read so far names our format. */
  looksOurs(): boolean {
    return this.isOurs
  }

  private open(token: TokenType): void {
    if (token === LEFT_BRACKET && this.depth === IN_ROOT && this.key === 'conversations') this.listBegins()
    this.depth += 1
    if (this.depth > MOST_LEVELS) throw new Refused(this.isList ? 'One of its conversations is nested too deeply.' : NOT_OURS)
  }

  private listBegins(): void {
    this.isList = true
    this.values = 0
  }

  private close(): void {
    this.depth -= 1
    if (this.depth === IN_ROOT) this.isList = false
  }

  /** Its name and its value come one after the other; the last text before a list is the name of the list. */
  private field(value: ParsedTokenInfo['value']): void {
    if (this.key === 'format' && value === EXPORT_FORMAT) this.isOurs = true
    this.key = value
  }

  private inFrame(value: ParsedTokenInfo['value']): void {
    this.framed += typeof value === 'string' ? value.length : 1
    if (this.framed > LONGEST_FRAME) throw new Refused(NOT_OURS)
  }
}
