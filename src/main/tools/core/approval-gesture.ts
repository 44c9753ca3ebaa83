import type { ToolLevel } from '../../../shared/tools/levels'

/** A press that was meant for something else comes sooner after a card appears than a person can have read it. */
export const READ_MS = 700
export const HOLD_MS = 600
/** For what cannot be undone. */
export const LONG_HOLD_MS = 1_200
/** Nobody holds on purpose for so long: a way up was lost, or something lies on the key. */
export const LONGEST_HOLD_MS = 10_000
/** Then it is denied; the clock stands still while the person talks. */
export const PATIENCE_MS = 60_000

export type HeldBy = 'key' | 'button'

interface Press {
  readonly by: HeldBy
  readonly since: number
  /** It began when it counted, and has counted ever since. */
  readonly counts: boolean
}

export interface GestureCard {
  readonly id: string
  readonly level: ToolLevel
}

/** The hand over one card. Times are those of a clock that never runs backwards. */
export interface ApprovalState {
  readonly card: GestureCard | null
  /** Since when it is on the screen; null: it is not. */
  readonly seenSince: number | null
  readonly press: Press | null
  /** Of its patience at `clockAt`. */
  readonly leftMs: number
  readonly clockAt: number
  /** The person talks. */
  readonly talking: boolean
  /** Something plays, which may be what asks for it. */
  readonly sounding: boolean
  /** Parley itself presses keys. */
  readonly typing: boolean
}

export type ApprovalInput =
  | { readonly type: 'opened'; readonly card: GestureCard }
  | { readonly type: 'closed' }
  | { readonly type: 'seen' | 'talking' | 'sounding' | 'typing'; readonly on: boolean }
  | { readonly type: 'down' | 'up'; readonly by: HeldBy }
  /** No way up will come: the hook died, the window lost the focus. */
  | { readonly type: 'lost'; readonly by: HeldBy }
  /** Time has passed. */
  | { readonly type: 'looked' }

export type ApprovalVerdict = 'held' | 'clicked' | 'timed-out'

export const NO_CARD: ApprovalState = { card: null, seenSince: null, press: null, leftMs: 0, clockAt: 0, talking: false, sounding: false, typing: false }

export const holdMsOf = (level: ToolLevel): number => (level === 4 ? LONG_HOLD_MS : HOLD_MS)

/** Whether a press that begins now counts. */
export function isArmed({ card, seenSince, typing, sounding }: ApprovalState, now: number): boolean {
  if (card === null || seenSince === null || typing) return false
  return now - seenSince >= READ_MS && !(card.level === 4 && sounding)
}

export const leftMsAt = ({ leftMs, clockAt, talking }: ApprovalState, now: number): number => (talking ? leftMs : leftMs - Math.max(0, now - clockAt))

/** Since when it is held so that it counts; null: it is not. */
export const heldMsAt = ({ press }: ApprovalState, now: number): number | null => (press?.counts === true ? Math.max(0, now - press.since) : null)

/** When the next `looked` is due; null: never. */
export function nextTickMs(state: ApprovalState, now: number): number | null {
  if (state.card === null) return null
  const toArmed = state.seenSince === null ? READ_MS : state.seenSince + READ_MS - now
  const left = leftMsAt(state, now)
  const toOver = left > 0 ? left : LONGEST_HOLD_MS + 1 - (heldMsAt(state, now) ?? LONGEST_HOLD_MS)
  return Math.max(1, Math.min(toOver, toArmed > 0 ? toArmed : PATIENCE_MS))
}

/** It is still down, and no card after this one is to be approved by it. */
const spent = (press: Press | null): Press | null => press && { ...press, counts: false }

const settled = (state: ApprovalState, now: number): ApprovalState => (state.press?.counts === true && !isArmed(state, now) ? { ...state, press: spent(state.press) } : state)

/** While it is held, the hand has the last word. */
const isOver = (state: ApprovalState, now: number): boolean =>
  state.card !== null && leftMsAt(state, now) <= 0 && (heldMsAt(state, now) ?? Infinity) > LONGEST_HOLD_MS

/** It is decided as the hand lets go: a way up that is lost decides nothing. */
export function approvalStep(before: ApprovalState, input: ApprovalInput, now: number): { readonly state: ApprovalState; readonly verdict: ApprovalVerdict | null } {
  const verdict = verdictOf(before, input, now)
  const state = settled(moved(before, input, now), now)
  if (verdict !== null) return { state, verdict }
  return { state, verdict: isOver(state, now) ? 'timed-out' : null }
}

function verdictOf(state: ApprovalState, input: ApprovalInput, now: number): ApprovalVerdict | null {
  const { card, press } = state
  if (input.type !== 'up' || card === null || press?.by !== input.by || !press.counts || !isArmed(state, now)) return null
  const ms = now - press.since
  if (ms < holdMsOf(card.level) || ms > LONGEST_HOLD_MS) return null
  return input.by === 'key' ? 'held' : 'clicked'
}

function moved(state: ApprovalState, input: ApprovalInput, now: number): ApprovalState {
  switch (input.type) {
    case 'opened':
      return { ...state, card: input.card, seenSince: null, press: spent(state.press), leftMs: PATIENCE_MS, clockAt: now }
    case 'closed':
      return { ...state, card: null, seenSince: null, press: spent(state.press) }
    case 'seen':
      return (state.seenSince !== null) === input.on ? state : { ...state, seenSince: input.on ? now : null }
    case 'talking':
      return state.talking === input.on ? state : { ...state, leftMs: leftMsAt(state, now), clockAt: now, talking: input.on }
    case 'sounding':
      return state.sounding === input.on ? state : { ...state, sounding: input.on }
    case 'typing': // its last keys may still be on their way
      return state.typing === input.on ? state : { ...state, typing: input.on, seenSince: state.seenSince === null ? null : now }
    case 'down':
      return state.press === null ? { ...state, press: { by: input.by, since: now, counts: isArmed(state, now) } } : state
    case 'up':
    case 'lost':
      return state.press?.by === input.by ? { ...state, press: null } : state
    case 'looked':
      return state
  }
}
