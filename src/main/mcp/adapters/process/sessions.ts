import { setTimeout as passed } from 'node:timers/promises'
import type { FromProcess, ToProcess } from '../../core/messages'
import { ToProcessSchema } from '../../core/messages'
import type { PidBook } from './pid-book'
import { Questions } from './questions'
import { ServerSession } from './server-session'
import { SignIns } from './sign-in/sign-ins'

/** Main waits for little more. */
const LONGEST_END_MS = 1_100

export interface SessionsWorld {
  readonly version: string
  readonly book: PidBook
  readonly post: (message: FromProcess) => void
  /** Every server has ended. */
  readonly ended: () => void
}

interface Held {
  readonly round: number
  readonly session: ServerSession
}

/** Every server that main wants, each with its one connection. */
export class Sessions {
  private readonly held = new Map<string, Held>()
  private readonly questions = new Questions()
  private readonly closing = new Set<Promise<void>>()
  private readonly signIns: SignIns

  constructor(private readonly world: SessionsWorld) {
    this.signIns = new SignIns(world.post)
  }

  heard(message: unknown): void {
    const read = ToProcessSchema.safeParse(message)
    if (read.success) this.obey(read.data)
  }

  private obey(message: ToProcess): void {
    switch (message.type) {
      case 'connect':
        return this.connect(message)
      case 'list':
        return this.of(message)?.list()
      case 'call':
        return this.call(message)
      case 'cancel':
        return this.held.forEach(({ session }) => session.cancel(message.call))
      case 'answer':
        return this.questions.answer(message.question, message.answer)
      case 'close':
        return this.close(message)
      case 'sign-in':
        return void this.signIns.start(message)
      case 'end-sign-in':
        return this.signIns.end(message.signIn)
      case 'revoke':
        return void this.signIns.revoke(message)
      case 'end':
        return void this.end()
    }
  }

  private of({ server, round }: { readonly server: string; readonly round: number }): ServerSession | null {
    const held = this.held.get(server)
    return held?.round === round ? held.session : null
  }

  private connect({ server, round, ...wanted }: Extract<ToProcess, { readonly type: 'connect' }>): void {
    const { version, book, post } = this.world
    const before = this.held.get(server)?.session.close() ?? Promise.resolve()
    const session = new ServerSession({
      ...wanted, version, book, questions: this.questions, post: (said) => post({ ...said, server, round } as FromProcess),
      challenged: (challenge) => this.signIns.wanted(server, challenge),
    })
    this.held.set(server, { round, session })
    void before.then(() => session.connect())
  }

  private call(message: Extract<ToProcess, { readonly type: 'call' }>): void {
    const session = this.of(message)
    if (session !== null) return void session.call(message.call, message.tool, message.arguments)
    this.world.post({ type: 'result', call: message.call, result: { kind: 'failed', reason: 'no-connection', words: '' } })
  }

  private close(message: Extract<ToProcess, { readonly type: 'close' }>): void {
    const session = this.of(message)
    if (session === null) return
    this.held.delete(message.server)
    const closed = session.close()
    this.closing.add(closed)
    void closed.finally(() => this.closing.delete(closed))
  }

  private async end(): Promise<void> {
    this.signIns.endAll()
    const closed = Promise.allSettled([...this.closing, ...[...this.held.values()].map(({ session }) => session.close())])
    await Promise.race([closed, passed(LONGEST_END_MS)]) // what is left then has had its time, and ends with this process
    this.world.ended()
  }
}
