import type { JsonObject } from '../../../tools/core/tool'
import type { CallResult } from '../../core/messages'
import type { OpenCall } from './open-call'

/** The calls of one connection that have no result yet. Only while there is one may its server ask the person something. */
export class SessionCalls {
  private readonly open = new Map<string, OpenCall>()
  /** Ends with the last of them. */
  private over = new AbortController()

  async run(id: string, call: OpenCall, tool: string, args: JsonObject): Promise<CallResult> {
    if (this.open.size === 0) this.over = new AbortController()
    this.open.set(id, call)
    const result = await call.run(tool, args)
    this.open.delete(id)
    if (this.open.size === 0) this.over.abort()
    return result
  }

  cancel(id: string): void {
    this.open.get(id)?.cancel()
  }

  /** A question of its server was declined: which call it was for, only the server knows. */
  declined(): void {
    for (const call of this.open.values()) call.declined()
  }

  /** Null: nobody has called it, so nobody is asked. `over`: whoever called has what was wanted, or wants it no more. */
  async whileAsked<Answer>(ask: (over: AbortSignal) => Promise<Answer>): Promise<Answer | null> {
    if (this.open.size === 0) return null
    for (const call of this.open.values()) call.waits()
    const answer = await ask(this.over.signal)
    for (const call of this.open.values()) call.lives()
    return answer
  }
}
