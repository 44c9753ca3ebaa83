import { go } from '../../talk/core/transition'
import { TUNING } from '../../talk/core/turn/tuning'
import type { GestureInput, GestureOutput, GestureRules, GestureState, GestureStep, GestureVerb } from './gesture-types'

/** Toggles are answered before any state is asked. */
export type KeyInput = Exclude<GestureInput, { type: 'toggle' }>

export type In<Name extends GestureState['name']> = Extract<GestureState, { name: Name }>

export const GUARD: GestureOutput = { type: 'startTimer', timer: 'guard', ms: TUNING.modifierGuardMs }
export const TAP: GestureOutput = { type: 'startTimer', timer: 'tap', ms: TUNING.tapMs }
export const GRACE: GestureOutput = { type: 'startTimer', timer: 'grace', ms: TUNING.releaseGraceMs }

const says = (...verbs: readonly GestureVerb[]): readonly GestureOutput[] => verbs.map((type) => ({ type }))

export const toUp = (...verbs: readonly GestureVerb[]): GestureStep => go({ name: 'up' }, ...says(...verbs))

/** The key is down and has said all it had to say. */
export const toSpent = (...verbs: readonly GestureVerb[]): GestureStep => go({ name: 'spent', lifting: false }, ...says(...verbs))

/** The key went up a moment ago; should it bounce, it says nothing. */
export const toSpentLifting = (...verbs: readonly GestureVerb[]): GestureStep => go({ name: 'spent', lifting: true }, ...says(...verbs), GRACE)

/** Up again before it was a hold. */
export function lift({ tapToLatch, doubleTap }: GestureRules, ...before: readonly GestureOutput[]): GestureStep {
  return go(tapToLatch || doubleTap ? { name: 'lifting', over: false } : { name: 'releasing' }, ...before, GRACE)
}

/** One tap it was, and no second came. */
export const finishTap = ({ tapToLatch }: GestureRules): GestureStep => (tapToLatch ? go({ name: 'latched' }) : toUp('release'))
