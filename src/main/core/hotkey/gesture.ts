import { assertNever } from '../../../shared/assert'
import type { TurnPhase } from '../../../shared/view'
import { go, stay, type Transition } from '../transition'
import { isTaking } from '../turn/projection'
import { TUNING } from '../turn/tuning'

/**
 * `releasing`: the key went up, and may come down again within the grace (X11 reports auto-repeat as release + press).
 * `spent`: Escape took the press away, so the key's way up says nothing any more.
 * Tap-to-latch and double-tap, when they come, are states here.
 */
export type GestureState =
  | { readonly name: 'up' }
  | { readonly name: 'held'; readonly spent: boolean }
  | { readonly name: 'releasing'; readonly spent: boolean }

export type GestureInput =
  | { readonly type: 'down' }
  | { readonly type: 'up' }
  /** The one timer ran out. */
  | { readonly type: 'expired' }
  /** Blur, lock, sleep, a dead hook: no key-up will come. */
  | { readonly type: 'lost' }
  | { readonly type: 'escape' }
  /** The system gives no key-up; what it means depends on the turn, never on memory kept here. */
  | { readonly type: 'toggle'; readonly phase: TurnPhase }

export type GestureOutput =
  | { readonly type: 'press' }
  | { readonly type: 'release' }
  | { readonly type: 'cancel' }
  | { readonly type: 'startTimer'; readonly ms: number }
  | { readonly type: 'stopTimer' }

type GestureStep = { readonly state: GestureState; readonly outputs: readonly GestureOutput[] }

/** Key edges and expiries → verbs. */
export function gestureStep(state: GestureState, input: GestureInput): GestureStep {
  const { state: next, commands } = inState(state, input)
  return { state: next, outputs: commands }
}

type Step = Transition<GestureState, GestureOutput>

function inState(state: GestureState, input: GestureInput): Step {
  if (input.type === 'toggle') return go(state, { type: isTaking(input.phase) ? 'release' : 'press' })
  switch (state.name) {
    case 'up':
      return whenUp(state, input)
    case 'held':
      return whenHeld(state, input)
    case 'releasing':
      return whenReleasing(state, input)
    default:
      return assertNever(state)
  }
}

type KeyInput = Exclude<GestureInput, { type: 'toggle' }>

function whenUp(state: GestureState, input: KeyInput): Step {
  switch (input.type) {
    case 'down':
      return go({ name: 'held', spent: false }, { type: 'press' })
    case 'escape':
      return go(state, { type: 'cancel' })
    case 'up':
    case 'expired':
    case 'lost':
      return stay(state)
    default:
      return assertNever(input)
  }
}

function whenHeld(state: Extract<GestureState, { name: 'held' }>, input: KeyInput): Step {
  switch (input.type) {
    case 'up':
      return go({ name: 'releasing', spent: state.spent }, { type: 'startTimer', ms: TUNING.releaseGraceMs })
    case 'lost':
      return go({ name: 'up' }, ...release(state.spent))
    case 'escape':
      return go({ name: 'held', spent: true }, { type: 'cancel' })
    case 'down': // auto-repeat
    case 'expired':
      return stay(state)
    default:
      return assertNever(input)
  }
}

function whenReleasing(state: Extract<GestureState, { name: 'releasing' }>, input: KeyInput): Step {
  switch (input.type) {
    case 'down':
      return go({ name: 'held', spent: state.spent }, { type: 'stopTimer' })
    case 'expired':
      return go({ name: 'up' }, ...release(state.spent))
    case 'lost':
      return go({ name: 'up' }, { type: 'stopTimer' }, ...release(state.spent))
    case 'escape':
      return go({ name: 'releasing', spent: true }, { type: 'cancel' })
    case 'up':
      return stay(state)
    default:
      return assertNever(input)
  }
}

const release = (spent: boolean): readonly GestureOutput[] => (spent ? [] : [{ type: 'release' }])
