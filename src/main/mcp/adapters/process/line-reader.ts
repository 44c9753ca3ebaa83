/** A message is a line. A longer one is no message, and what it takes is not ours to give. */
export const MAX_MESSAGE_BYTES = 10 * 1024 * 1024

const NEWLINE = 0x0a

/** Lines out of pieces, as they come; a piece is looked at once, however long the line becomes. */
export class LineReader {
  private parts: Buffer[] = []
  private bytes = 0

  constructor(private readonly maxBytes = MAX_MESSAGE_BYTES) {}

  /** Throws where a line is too long. */
  *read(piece: Buffer): Generator<string> {
    let rest = piece
    for (let end = rest.indexOf(NEWLINE); end >= 0; end = rest.indexOf(NEWLINE)) {
      this.add(rest.subarray(0, end))
      rest = rest.subarray(end + 1)
      yield this.take()
    }
    this.add(rest)
  }

  private add(piece: Buffer): void {
    this.bytes += piece.length
    if (this.bytes > this.maxBytes) {
      this.parts = []
      throw new Error('a message is too long')
    }
    if (piece.length > 0) this.parts.push(piece)
  }

  private take(): string {
    const line = Buffer.concat(this.parts).toString('utf8')
    this.parts = []
    this.bytes = 0
    return line.endsWith('\r') ? line.slice(0, -1) : line
  }
}
