import type { ItemRecord } from '../items/conversation'
import type { Fields } from './fields'
import type { CutKind } from '../faults/cuts'
import type { WireItem, WireResponse } from './wire'

/** What is asked outside the conversation, and what became of the asking. */
export interface OutOfBandRequest {
  readonly outcome: 'in_progress' | 'refused' | 'silent'
  /** `null` when nothing was begun. */
  readonly responseId: string | null
  readonly metadata: unknown
  readonly instructions: string
  readonly read: readonly ItemRecord[]
}

/** What a client of this protocol must not do, and what no race excuses. */
export type Rule =
  /** An output for a call that this conversation does not have. */
  | 'output-unknown-call'
  | 'output-twice'
  /** Before the `response.done` of the call's response. The service takes it, and models repeat such calls. */
  | 'output-early'
  /** Asked for while a response runs that the client itself has asked for. */
  | 'second-response'
  | 'bad-tool'

export interface Violation {
  readonly rule: Rule
  /** A call, a response or a field. */
  readonly about: string
}

/** What happened in a session, told after it happened. Sound and images are lent: whoever wants to keep them copies them. */
export type SessionFact =
  | { readonly kind: 'received'; readonly type: string; readonly fields: Fields }
  | { readonly kind: 'sent'; readonly type: string }
  | { readonly kind: 'appended'; readonly bytes: number }
  | { readonly kind: 'committed'; readonly itemId: string; readonly audio: Buffer }
  | { readonly kind: 'created'; readonly item: WireItem; readonly audio: readonly Buffer[] }
  | { readonly kind: 'truncated'; readonly record: ItemRecord; readonly audioEndMs: number; readonly bytesBefore: number }
  | ({ readonly kind: 'outOfBand' } & OutOfBandRequest)
  /** `heard`: the items it took into account; `null` for one outside the conversation. */
  | { readonly kind: 'begun'; readonly responseId: string; readonly heard: readonly string[] | null }
  | { readonly kind: 'ended'; readonly response: WireResponse }
  | ({ readonly kind: 'violated' } & Violation)
  | { readonly kind: 'cut'; readonly how: CutKind }
  | { readonly kind: 'closed'; readonly code: number }

/** A session as an observer sees it. */
export interface ObservedSession {
  readonly id: string
  readonly model: string
  /** The conversation as it stands, in order. */
  readonly records: readonly ItemRecord[]
}

/** Looks on and changes nothing; called as a session begins, it says who listens to its facts. */
export type PracticeObserver = (session: ObservedSession) => (fact: SessionFact) => void
