import type { FromProcess, CallResult } from './core/messages'

interface OpenCall {
  readonly answered: (result: CallResult) => void
  readonly progress: (words: string) => void
}

const GONE: CallResult = { kind: 'failed', reason: 'no-connection', words: '' }

/** Calls that wait for the process, each for one answer. */
export class OpenCalls {
  private readonly open = new Map<string, OpenCall>()

  wait(call: string, progress: (words: string) => void): Promise<CallResult> {
    return new Promise((answered) => this.open.set(call, { answered, progress }))
  }

  heard(message: Extract<FromProcess, { readonly type: 'progress' | 'result' }>): void {
    if (message.type === 'progress') return this.open.get(message.call)?.progress(message.words)
    const one = this.open.get(message.call)
    this.open.delete(message.call)
    one?.answered(message.result)
  }

  /** The process has ended: nobody answers any of them. */
  dropAll(): void {
    for (const { answered } of this.open.values()) answered(GONE)
    this.open.clear()
  }
}
