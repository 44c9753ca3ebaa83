import type { CallId, ItemId, TurnId } from '../../../../shared/ids'
import type { FunctionCall } from '../../calls'

/** A call that was asked for and is not answered yet. */
export interface OpenCall extends FunctionCall {
  /** What its output names it by, in ids of ours. */
  readonly callId: string
  /** The one that asked; null: its call is gone. */
  readonly session: number | null
}

/** The calls of one response. */
export interface CallRound {
  /** Null: of an answer that the server gave by itself. */
  readonly turn: TurnId | null
  readonly open: ReadonlyMap<CallId, OpenCall>
  /** The person went on: whatever comes of it is told, and nothing asked behind it. */
  readonly silent: boolean
  /** What its answers show, as data URLs. */
  readonly images: readonly string[]
}

/** Calls that wait for their answers, over all sessions. */
export class CallRounds {
  private rounds: readonly CallRound[] = []

  ask(turn: TurnId | null, calls: readonly OpenCall[]): void {
    this.rounds = [...this.rounds, { turn, open: new Map(calls.map((call) => [call.call, call])), silent: false, images: [] }]
  }

  find(call: CallId): OpenCall | null {
    return this.rounds.flatMap(({ open }) => open.get(call) ?? [])[0] ?? null
  }

  turnOf(call: CallId): TurnId | null {
    return this.rounds.find(({ open }) => open.has(call))?.turn ?? null
  }

  /** One is answered. Its round as it is then; null: nobody waits for it. */
  answer(call: CallId, images: readonly string[]): CallRound | null {
    const round = this.rounds.find(({ open }) => open.has(call))
    if (round === undefined) return null
    const next = { ...round, open: new Map([...round.open].filter(([id]) => id !== call)), images: [...round.images, ...images] }
    this.rounds = this.rounds.flatMap((each) => (each !== round ? [each] : next.open.size > 0 ? [next] : []))
    return next
  }

  /** Nobody waits for what comes of them any more. Answers which calls that is news for. */
  silence(): readonly CallId[] {
    const calls = this.awaited.flatMap(({ open }) => [...open.keys()])
    this.rounds = this.rounds.map((round) => ({ ...round, silent: true }))
    return calls
  }

  /** Its line is taken out of the talk, so that no session knows it: nothing names it any more. */
  remove(item: ItemId): void {
    const without = (call: OpenCall): OpenCall => (call.item === item ? { ...call, session: null } : call)
    this.rounds = this.rounds.map((round) => ({ ...round, open: new Map([...round.open].map(([id, call]) => [id, without(call)])) }))
  }

  /** Those that only their own session, which is another one, could be told of. */
  hostedBefore(session: number): readonly CallId[] {
    return this.rounds.flatMap(({ open }) => [...open.values()].flatMap((call) => (call.hosted !== undefined && call.session !== session ? [call.call] : [])))
  }

  /** Somebody waits for their answers. */
  get awaited(): readonly CallRound[] {
    return this.rounds.filter(({ silent }) => !silent)
  }
}
