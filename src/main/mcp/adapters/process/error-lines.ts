import { StringDecoder } from 'node:string_decoder'
import { systemTimers } from '../../../platform/adapters/system-timers'
import { Deadline } from '../../../platform/deadline'
import { plainLine } from '../../../../shared/text/plain-line'

const MAX_LINE_CHARS = 500
const MOST_LINES = 50
const TELL_MS = 250

/**
 * What a server writes to its error output. It is always read, since a full pipe would stop the server, and told in small portions,
 * whatever there is of it.
 */
export class ErrorLines {
  private readonly decoder = new StringDecoder('utf8')
  private open = ''
  private lines: string[] = []
  private missed = 0
  private readonly due = new Deadline(systemTimers, () => this.flush())

  constructor(private readonly tell: (lines: readonly string[]) => void) {}

  add(piece: Buffer): void {
    const lines = (this.open + this.decoder.write(piece)).split('\n')
    this.open = (lines.pop() ?? '').slice(0, MAX_LINE_CHARS)
    for (const line of lines) this.addLine(line)
  }

  /** There will be no more. */
  end(): void {
    if (this.open !== '') this.addLine(this.open)
    this.open = ''
    this.flush()
  }

  private addLine(line: string): void {
    const plain = plainLine(line.slice(0, MAX_LINE_CHARS)).trim()
    if (plain === '') return
    if (this.lines.length < MOST_LINES) this.lines.push(plain)
    else this.missed += 1
    this.due.start(TELL_MS)
  }

  private flush(): void {
    this.due.stop()
    if (this.lines.length === 0) return
    this.tell(this.missed === 0 ? this.lines : [...this.lines, `… and ${String(this.missed)} more lines`])
    this.lines = []
    this.missed = 0
  }
}
