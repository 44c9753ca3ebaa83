import type { TurnPhase } from '../../../shared/view'
import type { Transition } from '../../talk/core/transition'

/** What the keys mean now; it may change between two presses, never within one. */
export interface GestureRules {
  /** The talk key is a modifier alone: it belongs to other keys, too, until it shows that it does not. */
  readonly bare: boolean
  /** A tap begins a turn that goes on without the key; the next press ends it. */
  readonly tapToLatch: boolean
  /** Two taps switch between hold to talk and hands-free. */
  readonly doubleTap: boolean
}

export type GestureState =
  | { readonly name: 'up' }
  /** A bare modifier is down, and may turn out to be half of a shortcut. The microphone hears, and no turn has begun. */
  | { readonly name: 'guarding' }
  /** The turn runs; whether this becomes a tap or a hold is open. */
  | { readonly name: 'pressed' }
  /** `ended`: its turn is over; the key's way up is told all the same, and means nothing any more. */
  | { readonly name: 'held'; readonly ended: boolean }
  /** The key went up, and may come down again within the grace (X11 reports auto-repeat as release + press). */
  | { readonly name: 'releasing' }
  /** The same after less than a hold. `over`: the time for a tap or a second one ran out meanwhile. */
  | { readonly name: 'lifting'; readonly over: boolean }
  /** A tap, and time for a second one. The turn runs. */
  | { readonly name: 'tapped' }
  /** The turn runs without the key. */
  | { readonly name: 'latched' }
  /** A bare modifier is down in a latched turn: its end, unless it turns out to be half of a shortcut. */
  | { readonly name: 'ending' }
  /** Whatever this press was for is over; until the key is up, and stays up for the grace, it says nothing. */
  | { readonly name: 'spent'; readonly lifting: boolean }

export type GestureTimer = 'guard' | 'tap' | 'grace'

export type GestureInput =
  | { readonly type: 'down' }
  | { readonly type: 'up' }
  /** Another key, or a button of the mouse, went down while the talk key was. */
  | { readonly type: 'joined'; readonly by: 'key' | 'mouse' }
  /** A timer ran out. One that no longer matters is ignored, so none is ever stopped. */
  | { readonly type: 'expired'; readonly timer: GestureTimer }
  /** Lock, sleep, a dead hook, a key that reads as up: no key-up will come. */
  | { readonly type: 'lost' }
  | { readonly type: 'escape' }
  /** The turn stopped taking speech by itself: its bound, a failure, a button. */
  | { readonly type: 'ended' }
  /** The system gives no key-up; what it means depends on the turn, never on memory kept here. */
  | { readonly type: 'toggle'; readonly phase: TurnPhase }

/**
 * `prepare`: a press may follow, and what is said from now on belongs to it. Then comes `press`, or `abandon`: it was none, and nothing
 * of it is kept. `abandon` also ends a press that turned out to be half of a shortcut, behind its `cancel`.
 */
export type GestureVerb = 'prepare' | 'abandon' | 'press' | 'release' | 'cancel' | 'switchMode'

export type GestureOutput =
  | { readonly type: GestureVerb }
  /** A running timer of that name begins again. */
  | { readonly type: 'startTimer'; readonly timer: GestureTimer; readonly ms: number }

export type GestureStep = Transition<GestureState, GestureOutput>

/** The talk key is taken to be down. */
export const isKeyDown = ({ name }: GestureState): boolean =>
  name === 'guarding' || name === 'pressed' || name === 'held' || name === 'ending' || name === 'spent'

/** What has begun may still be taken back: half of a shortcut, the first of two taps. Nothing of it should leave the machine. */
export const isUnsure = ({ name }: GestureState): boolean => name === 'pressed' || name === 'lifting' || name === 'tapped'
