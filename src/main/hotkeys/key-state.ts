import { KEY_UP } from './core/gesture'
import { type GestureState, isUnsure } from './core/gesture-types'

/** Where the talk key stands. The keys write it; the talk reads it. */
export class KeyState {
  gesture: GestureState = KEY_UP

  /** A turn runs without the key, until the next press. */
  get latched(): boolean {
    return this.gesture.name === 'latched' || this.gesture.name === 'ending'
  }

  /** What was begun may still be taken back, so it should not leave the machine yet. */
  get unsure(): boolean {
    return isUnsure(this.gesture)
  }
}
