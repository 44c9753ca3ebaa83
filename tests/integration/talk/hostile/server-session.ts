import type { WebSocket } from 'ws'
import type { Timers } from '../../../../src/main/platform/ports'
import { isFields, type Fields } from '../../../../src/main/practice/session/fields'
import type { AnswerPlan, Manners } from './plan'

/** A `response.create` of the talk. */
export interface Request {
  readonly session: ServerSession
  /** The person does not want the answer any more. */
  annulled: boolean
  /** The talk mode has changed since: what still comes may be let go. */
  left: boolean
  created: boolean
  finished: boolean
}

export interface Answer {
  /** 1 to 99: every sample of it, and its words. */
  readonly mark: number
  /** Null: nobody has asked for it. */
  readonly request: Request | null
  readonly plan: AnswerPlan
  /** Its words were sent whole, under its own name, while it was wanted. */
  told: boolean
}

/** What the judge must know of the server. */
export interface ServerWatch {
  readonly timers: Timers
  readonly manners: () => Manners
  nextMark(): number | null
  nextNumber(): number
  asked(request: Request, running: Answer | null): void
  /** The word that it is refused leaves now; until then main may take any answer for its own. */
  refused(request: Request): void
  answering(answer: Answer): void
  /** It is announced now. */
  announced(answer: Answer): void
  sounds(answer: Answer): void
  /** A call of this session got another output. */
  answeredTwice(call: string): void
  sent(text: string): void
}

const BETA: readonly (readonly [RegExp, string])[] = [
  [/^response\.output_audio_transcript\./, 'response.audio_transcript.'],
  [/^response\.output_audio\./, 'response.audio.'],
  [/^response\.output_text\./, 'response.text.'],
  [/^conversation\.item\.added$/, 'conversation.item.created'],
]

const oldName = (type: string): string => BETA.reduce((name, [from, to]) => name.replace(from, to), type)

/** One socket of a hostile server: names, sending, and what is on. */
export class ServerSession {
  readonly requests: Request[] = []
  readonly items: string[] = []
  /** Its own calls, and how often each was answered. */
  readonly #calls = new Map<string, number>()
  readonly watch: ServerWatch
  readonly socket: WebSocket
  active: { readonly id: string; cancelled: boolean; ended: boolean; readonly answer: Answer } | null = null
  updates = 0
  /** Its ear: whether it decides itself when somebody has spoken, what it hears, and for how many appends nothing. */
  detects = true
  hearing = false
  silent = 0
  heardSamples = 0
  #names = 0

  constructor(socket: WebSocket, watch: ServerWatch) {
    this.socket = socket
    this.watch = watch
  }

  get isOpen(): boolean {
    return this.socket.readyState === this.socket.OPEN
  }

  name(kind: string): string {
    const { ids } = this.watch.manners()
    this.#names += 1
    if (ids === 'again') return `${kind}_${String(this.#names)}`
    return `${kind}_${String(this.watch.nextNumber())}${ids === 'long' ? 'x'.repeat(300) : ''}`
  }

  later(ms: number, run: () => void): void {
    this.watch.timers.after(ms, () => this.isOpen && run())
  }

  /** Behind the lag of this server; in order. `sending` runs in the moment it leaves. */
  say(event: Fields & { readonly type: string }, sending: () => void = () => undefined): void {
    const { beta, doubled, lagMs } = this.watch.manners()
    const named = { event_id: `event_${String(this.watch.nextNumber())}`, ...event, type: beta ? oldName(event.type) : event.type }
    this.later(lagMs, () => {
      sending()
      const text = JSON.stringify(named)
      this.raw(text)
      if (doubled && !event.type.endsWith('.delta')) this.raw(text)
    })
  }

  raw(text: string): void {
    if (!this.isOpen) return
    this.socket.send(text)
    this.watch.sent(text)
  }

  /** A new one. */
  call(): string {
    const call = this.name('call')
    this.#calls.set(call, 0)
    return call
  }

  outputOf(call: string): void {
    const count = this.#calls.get(call)
    if (count === undefined) return // one that it was told of
    this.#calls.set(call, count + 1)
    if (count > 0) this.watch.answeredTwice(call)
  }

  error(code: string, eventId: unknown = null, type = 'invalid_request_error', sending?: () => void): void {
    this.say({ type: 'error', error: { type, code, message: `hostile: ${code}`, param: null, event_id: eventId } }, sending)
  }

  item(item: Fields): void {
    this.items.push(String(item['id']))
    this.say({ type: 'conversation.item.added', previous_item_id: null, item })
    if (!this.watch.manners().beta) this.say({ type: 'conversation.item.done', previous_item_id: null, item })
  }
}

export const fieldsIn = (value: unknown, ...path: readonly string[]): Fields => {
  const found = path.reduce<unknown>((at, key) => (isFields(at) ? at[key] : undefined), value)
  return isFields(found) ? found : {}
}
