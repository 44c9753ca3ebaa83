import type { HandsFreeState } from './hands-free-types'

export interface HandsFreeFacts {
  readonly on: boolean
  /** A change of talk mode waits for the server. */
  readonly switching: boolean
  readonly muted: boolean
  /** The server hears speech right now. */
  readonly hearing: boolean
}

/** The talk mode the person sees: on from the wish to the way back. */
export const isHandsFree = ({ name }: HandsFreeState): boolean => name !== 'off' && name !== 'disarming'

/** The server hears the microphone: what it says of speech means something. */
export const listens = (state: HandsFreeState): boolean => state.name === 'open' && !state.muted

/** What the view shows of it. */
export const handsFreeFacts = (state: HandsFreeState): HandsFreeFacts => ({
  on: isHandsFree(state),
  switching: state.name === 'arming' || state.name === 'disarming',
  muted: 'muted' in state && state.muted,
  hearing: state.name === 'open' && state.hearing,
})
