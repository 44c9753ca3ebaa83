import type { TurnId } from '../../../../shared/ids'
import type { TurnPhase } from '../../../../shared/view'
import type { TurnState } from './types'

/** What the view shows of the turn. As long as something is said, it is said. */
export const turnPhase = (state: TurnState): TurnPhase => (state.name === 'acting' && !state.drained ? 'speaking' : state.name)

export const turnOf = (state: TurnState): TurnId | null => (state.name === 'idle' ? null : state.turn)

const ASKING: ReadonlySet<TurnPhase> = new Set<TurnPhase>(['thinking', 'speaking', 'acting'])

/** The turn that waits for its answer, or is being answered. */
export const askingTurn = (state: TurnState): TurnId | null => (ASKING.has(state.name) ? turnOf(state) : null)

/** The talk key is taken to be down: only then does a toggle mean "stop". */
export const isTaking = (phase: TurnPhase): boolean => phase === 'opening' || phase === 'listening'

/** A turn runs, so Escape means "cancel" and is worth watching. */
export const isBusy = (state: TurnState): boolean => state.name !== 'idle'
