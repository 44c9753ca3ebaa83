import { randomUUID } from 'node:crypto'
import type { ElicitResult } from '@modelcontextprotocol/client'
import type { QuestionAnswer } from '../../../../shared/mcp/questions'
import { MAX_HOST_CHARS } from '../../../../shared/settings/servers'
import { systemTimers } from '../../../platform/adapters/system-timers'
import { Deadline } from '../../../platform/deadline'
import type { Question } from '../../core/messages'
import { formOf, questionMessage } from '../../core/question'
import { fitsQuestion } from '../../core/question-answer'

/** A person who has not answered by then does not want to. */
export const PATIENCE_MS = 60_000

export interface QuestionSinks {
  readonly ask: (question: string, message: string, asks: Question) => void
  readonly withdraw: (question: string) => void
  /** It is nothing to ask anybody. */
  readonly refused: () => void
}

const DECLINED: ElicitResult = { action: 'decline' }

type Content = Extract<QuestionAnswer, { readonly action: 'accept' }>['content']

const sent = (content: Content) => Object.fromEntries(Object.entries(content).map(([name, value]) => [name, typeof value === 'object' ? [...value] : value]))

/** Null: nobody has answered, or the server does not wait any more. */
class OpenQuestion {
  readonly result: Promise<ElicitResult | null>
  settle: (result: ElicitResult | null) => void = () => undefined

  constructor(readonly id: string, readonly asks: Question, patienceMs: number, signal: AbortSignal) {
    const answered = new Promise<ElicitResult | null>((resolve) => (this.settle = resolve))
    const gone = (): void => this.settle(null)
    const tooLong = new Deadline(systemTimers, gone)
    tooLong.start(patienceMs)
    signal.addEventListener('abort', gone)
    this.result = answered.finally(() => {
      tooLong.stop()
      signal.removeEventListener('abort', gone)
    })
  }
}

/** What servers ask the person. One question at a time: a second one meanwhile is declined, so that nobody is worn down. */
export class Questions {
  private open: OpenQuestion | null = null

  constructor(private readonly patienceMs = PATIENCE_MS) {}

  async ask(params: Readonly<Record<string, unknown>>, signal: AbortSignal, { ask, withdraw, refused }: QuestionSinks): Promise<ElicitResult> {
    const message = questionMessage(params['message'])
    const asks = params['mode'] === 'url' ? urlOf(params['url']) : formOf(message, params['requestedSchema'])
    if (asks === null) refused()
    if (asks === null || this.open !== null || signal.aborted) return DECLINED
    const id = randomUUID()
    const open = new OpenQuestion(id, asks, this.patienceMs, signal)
    this.open = open
    ask(id, message, asks)
    const result = await open.result
    this.open = null
    if (result === null) withdraw(id)
    return result ?? DECLINED
  }

  /** What does not fit what was asked is not passed on, whoever has put it together. */
  answer(question: string, answer: QuestionAnswer): void {
    const { open } = this
    if (open?.id !== question) return
    if (answer.action !== 'accept') return open.settle(answer)
    open.settle(fitsQuestion(open.asks, answer.content) ? { action: 'accept', content: sent(answer.content) } : DECLINED)
  }
}

/** Where the person would be led to; only its host is shown. */
function urlOf(url: unknown): Question | null {
  if (typeof url !== 'string' || url.length > 2_048 || !URL.canParse(url)) return null
  const { protocol, host, username, password } = new URL(url)
  return protocol === 'https:' && username === '' && password === '' && host.length <= MAX_HOST_CHARS ? { kind: 'url', url, host } : null
}
