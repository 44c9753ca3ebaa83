import { assertNever } from '../../../shared/assert'
import { go } from '../../talk/core/transition'
import { isTaking } from '../../talk/core/turn/projection'
import type { GestureInput, GestureRules, GestureState, GestureStep } from './gesture-types'
import { guarding, held, pressed, spent } from './key-down'
import { latched, ending } from './latch'
import { lifting, releasing, tapped, up } from './key-up'

export const KEY_UP: GestureState = { name: 'up' }

/** Key edges and expiries → verbs. Total: every state answers every input; the table is tests/contract/gesture-table.md. */
export function gestureStep(state: GestureState, input: GestureInput, rules: GestureRules): GestureStep {
  if (input.type === 'toggle') return go(state, { type: isTaking(input.phase) ? 'release' : 'press' })
  switch (state.name) {
    case 'up':
      return up(state, input, rules)
    case 'guarding':
      return guarding(state, input, rules)
    case 'pressed':
      return pressed(state, input, rules)
    case 'held':
      return held(state, input, rules)
    case 'releasing':
      return releasing(state, input)
    case 'lifting':
      return lifting(state, input, rules)
    case 'tapped':
      return tapped(state, input, rules)
    case 'latched':
      return latched(state, input, rules)
    case 'ending':
      return ending(state, input)
    case 'spent':
      return spent(state, input)
    default:
      return assertNever(state)
  }
}
