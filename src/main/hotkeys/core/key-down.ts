import { assertNever } from '../../../shared/assert'
import { go, stay } from '../../talk/core/transition'
import type { GestureRules, GestureStep } from './gesture-types'
import { GRACE, type In, type KeyInput, lift, toSpent, toUp } from './gesture-moves'

export function guarding(state: In<'guarding'>, input: KeyInput, rules: GestureRules): GestureStep {
  switch (input.type) {
    case 'expired':
      return input.timer === 'guard' ? go({ name: 'pressed' }, { type: 'press' }) : stay(state)
    case 'up': // a tap and nothing with it
      return lift(rules, { type: 'press' })
    case 'joined':
      return toSpent('abandon')
    case 'escape':
      return toSpent('abandon', 'cancel')
    case 'lost':
      return toUp('abandon')
    case 'down':
    case 'ended': // of a turn that this key did not begin
      return stay(state)
    default:
      return assertNever(input)
  }
}

export function pressed(state: In<'pressed'>, input: KeyInput, rules: GestureRules): GestureStep {
  switch (input.type) {
    case 'expired':
      return input.timer === 'tap' ? go({ name: 'held', ended: false }) : stay(state)
    case 'up':
      return lift(rules)
    case 'joined':
      return rules.bare ? toSpent('cancel', 'abandon') : stay(state)
    case 'escape':
      return toSpent('cancel')
    case 'lost':
      return toUp('release')
    case 'ended': // no tap any more: there is nothing to latch
      return go({ name: 'held', ended: true })
    case 'down':
      return stay(state)
    default:
      return assertNever(input)
  }
}

/** Who talks that long may point at things with the mouse meanwhile. */
export function held(state: In<'held'>, input: KeyInput, rules: GestureRules): GestureStep {
  switch (input.type) {
    case 'up':
      return go({ name: 'releasing' }, GRACE)
    case 'joined':
      if (!rules.bare || input.by === 'mouse') return stay(state)
      return state.ended ? toSpent() : toSpent('cancel', 'abandon') // what was asked meanwhile stays asked
    case 'escape':
      return toSpent('cancel')
    case 'lost':
      return toUp('release')
    case 'ended':
      return state.ended ? stay(state) : go({ name: 'held', ended: true })
    case 'down': // auto-repeat
    case 'expired':
      return stay(state)
    default:
      return assertNever(input)
  }
}

export function spent(state: In<'spent'>, input: KeyInput): GestureStep {
  switch (input.type) {
    case 'up':
      return state.lifting ? stay(state) : go({ name: 'spent', lifting: true }, GRACE)
    case 'down':
      return state.lifting ? go({ name: 'spent', lifting: false }) : stay(state)
    case 'expired':
      return input.timer === 'grace' && state.lifting ? toUp() : stay(state)
    case 'escape':
      return go(state, { type: 'cancel' })
    case 'lost':
      return toUp()
    case 'joined':
    case 'ended':
      return stay(state)
    default:
      return assertNever(input)
  }
}
