import { assertNever } from '../../../shared/assert'
import { go, stay } from '../../talk/core/transition'
import type { GestureRules, GestureStep } from './gesture-types'
import { finishTap, GRACE, GUARD, type In, type KeyInput, TAP, toSpent, toSpentLifting, toUp } from './gesture-moves'

export function up(state: In<'up'>, input: KeyInput, rules: GestureRules): GestureStep {
  switch (input.type) {
    case 'down':
      return rules.bare ? go({ name: 'guarding' }, { type: 'prepare' }, GUARD, TAP) : go({ name: 'pressed' }, { type: 'press' }, TAP)
    case 'escape':
      return go(state, { type: 'cancel' })
    case 'up':
    case 'joined':
    case 'expired':
    case 'lost':
    case 'ended':
      return stay(state)
    default:
      return assertNever(input)
  }
}

export function releasing(state: In<'releasing'>, input: KeyInput): GestureStep {
  switch (input.type) {
    case 'down':
      return go({ name: 'held', ended: false })
    case 'expired':
      return input.timer === 'grace' ? toUp('release') : stay(state)
    case 'lost':
      return toUp('release')
    case 'escape':
      return toSpentLifting('cancel')
    case 'ended':
    case 'up':
    case 'joined':
      return stay(state)
    default:
      return assertNever(input)
  }
}

export function lifting(state: In<'lifting'>, input: KeyInput, rules: GestureRules): GestureStep {
  switch (input.type) {
    case 'down':
      return go(state.over ? { name: 'held', ended: false } : { name: 'pressed' })
    case 'expired':
      if (input.timer === 'tap') return go({ name: 'lifting', over: true })
      return input.timer === 'grace' ? (state.over ? finishTap(rules) : go({ name: 'tapped' })) : stay(state)
    case 'lost':
      return toUp('release')
    case 'escape':
      return toSpentLifting('cancel')
    case 'ended':
      return go({ name: 'releasing' }, GRACE)
    case 'up':
    case 'joined':
      return stay(state)
    default:
      return assertNever(input)
  }
}

/** A second tap takes back what the first began: nothing of it was sent yet. */
export function tapped(state: In<'tapped'>, input: KeyInput, rules: GestureRules): GestureStep {
  switch (input.type) {
    case 'down':
      return rules.doubleTap ? toSpent('cancel', 'switchMode') : toSpent('release')
    case 'expired':
      return input.timer === 'tap' ? finishTap(rules) : stay(state)
    case 'lost':
      return toUp('release')
    case 'escape':
      return toUp('cancel')
    case 'ended':
      return toUp()
    case 'up':
    case 'joined':
      return stay(state)
    default:
      return assertNever(input)
  }
}
