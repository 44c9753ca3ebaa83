import { assertNever } from '../../../shared/assert'
import { go, stay } from '../../talk/core/transition'
import type { GestureRules, GestureStep } from './gesture-types'
import { GUARD, type In, type KeyInput, toSpent, toSpentLifting, toUp } from './gesture-moves'

export function latched(state: In<'latched'>, input: KeyInput, rules: GestureRules): GestureStep {
  switch (input.type) {
    case 'down':
      return rules.bare ? go({ name: 'ending' }, GUARD) : toSpent('release')
    case 'escape':
      return toUp('cancel')
    case 'lost': // nobody is there to end it
      return toUp('release')
    case 'ended':
      return toUp()
    case 'up': // of a shortcut that was none of ours
    case 'joined':
    case 'expired':
      return stay(state)
    default:
      return assertNever(input)
  }
}

export function ending(state: In<'ending'>, input: KeyInput): GestureStep {
  switch (input.type) {
    case 'expired':
      return input.timer === 'guard' ? toSpent('release') : stay(state)
    case 'up':
      return toSpentLifting('release')
    case 'joined':
      return go({ name: 'latched' })
    case 'escape':
      return toSpent('cancel')
    case 'lost':
      return toUp('release')
    case 'ended':
      return toSpent()
    case 'down':
      return stay(state)
    default:
      return assertNever(input)
  }
}
