import type { QuestionAnswer, ServerQuestion } from '../../shared/mcp/questions'
import type { Confirm } from '../app/confirm-port'
import type { Timers } from '../platform/ports'
import type { FromProcess, Question, ToProcess } from './core/messages'
import { say } from '../../shared/words/say'

/** As long as the process waits. */
const PATIENCE_MS = 60_000

interface Open {
  readonly id: string
  readonly server: string
  readonly label: string
  readonly message: string
  readonly asks: Question
  readonly until: number
  readonly over: AbortController
}

export interface QuestionsParts {
  readonly timers: Timers
  readonly confirm: Confirm
  /** In the system's browser. */
  readonly openLink: (url: string) => Promise<boolean>
  readonly post: (message: ToProcess) => void
  readonly changed: () => void
}

/** What a server asks the person. The process lets one through at a time, and stops waiting by itself. */
export class ServerQuestions {
  private open: Open | null = null

  constructor(private readonly parts: QuestionsParts) {}

  get now(): ServerQuestion | null {
    const { open } = this
    if (open === null) return null
    const { id, server, label, message, asks, until } = open
    return { id, server, label, message, leftMs: Math.max(0, until - this.parts.timers.now()), asks: asks.kind === 'form' ? asks : { kind: 'url', host: asks.host } }
  }

  asked({ question: id, server, message, asks }: Extract<FromProcess, { readonly type: 'question' }>, label: string): void {
    this.close()
    this.open = { id, server, label, message, asks, until: this.parts.timers.now() + PATIENCE_MS, over: new AbortController() }
    this.parts.changed()
  }

  withdrawn(question: string): void {
    if (this.open?.id === question) this.close()
  }

  answer(question: string, answer: QuestionAnswer): void {
    const { open } = this
    if (open?.id !== question) return
    if (open.asks.kind === 'url' && answer.action === 'accept') return void this.follow(open, open.asks)
    this.close()
    this.parts.post({ type: 'answer', question, answer: answer.action === 'accept' ? { action: 'accept', content: { ...answer.content } } : answer })
  }

  close(): void {
    if (this.open === null) return
    this.open.over.abort()
    this.open = null
    this.parts.changed()
  }

  /** Another place is opened only when the person says so where no page draws. */
  private async follow({ id, label, over }: Open, { url, host }: Extract<Question, { readonly kind: 'url' }>): Promise<void> {
    const may = await this.parts.confirm({ title: say('dialogs.open-browser', { host }), text: say('dialogs.open-browser-text', { label, host }), yes: say('dialogs.open-browser-yes'), over: over.signal })
    if (this.open?.id !== id) return
    this.close()
    const isOpen = may && (await this.parts.openLink(url))
    this.parts.post({ type: 'answer', question: id, answer: isOpen ? { action: 'accept', content: {} } : { action: 'decline' } })
  }
}
