import { JSONParser, TokenizerError, TokenParserError, type ParsedElementInfo } from '@streamparser/json'
import { err, ok, type Result } from '../../../shared/result'
import { NOT_OURS } from './export-json'
import { ImportBounds, Refused } from './import-bounds'

/** Without buffers a text of escapes, or a number, is an array of its characters, and can be longer than an array may be. */
const BUFFERS = { stringBufferSize: 64 * 1024, numberBufferSize: 64 }

/**
 * Takes an export apart while it is read, so that only one conversation has to be in memory. Whether the conversations and the
 * frame around them are ours is for others to say.
 */
export class ExportReader {
  private readonly parser = new JSONParser({ paths: ['$', '$.conversations.*'], ...BUFFERS })
  private ended: unknown[] = []
  private count = 0
  private root: unknown

  constructor(private readonly bounds = new ImportBounds()) {
    this.parser.onToken = (token) => {
      this.bounds.note(token)
    }
    this.parser.onValue = (found) => {
      this.take(found)
    }
  }

  /** The conversations that end in this piece of the file. */
  push(chunk: string): Result<readonly unknown[], string> {
    this.ended = []
    try {
      this.bounds.pieceBegins(chunk)
      this.parser.write(chunk)
      this.bounds.pieceEnds()
      return ok(this.ended)
    } catch (cause) {
      if (cause instanceof Refused) return err(cause.message)
      if (cause instanceof TokenizerError || cause instanceof TokenParserError) return err(this.fault())
      throw cause
    }
  }

  /** Everything but the conversations: the file with an empty list. Undefined before its root object has ended. */
  frame(): unknown {
    return this.root
  }

  /** Whether what was read so far names our format. */
  looksOurs(): boolean {
    return this.bounds.looksOurs()
  }

  private take({ value, parent, stack }: ParsedElementInfo): void {
    if (stack.length === 0) this.root = value
    else if (Array.isArray(parent)) {
      // The parser would keep what it has given out.
      parent.length = 0
      this.bounds.conversationEnds()
      this.count += 1
      this.ended.push(value)
    }
  }

  private fault(): string {
    return this.bounds.inList() && this.looksOurs() ? `Conversation ${String(this.count + 1)} is not valid JSON.` : NOT_OURS
  }
}
