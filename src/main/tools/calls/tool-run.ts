import { errorTrace } from '../../../shared/errors/error-trace'
import { firstCharacters } from '../../../shared/text/characters'
import { plainLine } from '../../../shared/text/plain-line'
import type { ToolOutcome, ToolRequest, ToolSource } from '../core/tool'
import { Deadline } from '../../platform/deadline'
import type { Logger, Timers } from '../../platform/ports'

/** Nothing that a voice was asked for takes longer. */
export const LONGEST_RUN_MS = 600_000
/** What is stopped may still say how far it came. */
const LAST_WORD_MS = 1_000
const MAX_PROGRESS_CHARS = 80

export type RunEnd =
  | { readonly kind: 'ended'; readonly outcome: ToolOutcome }
  /** It was told to stop, and has said nothing. */
  | { readonly kind: 'stopped'; readonly why: string }

export interface RunParts {
  readonly timers: Timers
  readonly logger: Pick<Logger, 'error'>
  readonly progress: (words: string) => void
}

/** One run of a tool, whatever the tool does: it ends, once, and never throws. */
export class ToolRun {
  readonly end: Promise<RunEnd>
  private readonly abortion = new AbortController()
  private readonly tooLong: Deadline
  private readonly lastWord: Deadline
  private finish: (end: RunEnd) => void = () => undefined
  private why = ''

  constructor(
    source: ToolSource,
    request: Pick<ToolRequest, 'name' | 'item' | 'arguments' | 'private' | 'taintedBy'>,
    private readonly parts: RunParts,
  ) {
    this.end = new Promise((resolve) => (this.finish = resolve))
    this.tooLong = new Deadline(parts.timers, () => this.stop('It took too long.'))
    this.lastWord = new Deadline(parts.timers, () => this.over({ kind: 'stopped', why: this.why }))
    this.tooLong.start(LONGEST_RUN_MS)
    void this.run(source, { ...request, signal: this.abortion.signal, progress: (words) => parts.progress(firstCharacters(plainLine(words), MAX_PROGRESS_CHARS)) })
  }

  stop(why: string): void {
    if (this.abortion.signal.aborted) return
    this.why = why
    this.abortion.abort()
    this.lastWord.start(LAST_WORD_MS)
  }

  private async run(source: ToolSource, request: ToolRequest): Promise<void> {
    try {
      this.over({ kind: 'ended', outcome: await source.call(request) })
    } catch (cause) {
      this.parts.logger.error('a tool failed', { cause: errorTrace(cause) })
      this.over({ kind: 'ended', outcome: { kind: 'failed', error: 'The tool is broken.', retry: false } })
    }
  }

  private over(end: RunEnd): void {
    this.tooLong.stop()
    this.lastWord.stop()
    // A tool that ends because it was told to has not failed.
    this.finish(end.kind === 'ended' && end.outcome.kind === 'failed' && this.abortion.signal.aborted ? { kind: 'stopped', why: this.why } : end)
  }
}

/** False: it is still running. */
export function endsWithin({ end }: ToolRun, ms: number, timers: Timers): Promise<boolean> {
  return new Promise((resolve) => {
    const deadline = new Deadline(timers, () => resolve(false))
    deadline.start(ms)
    void end.then(() => {
      deadline.stop()
      resolve(true)
    })
  })
}
