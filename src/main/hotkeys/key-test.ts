import type { KeyTry } from '../../shared/ipc/hotkeys'
import type { Timers } from '../platform/ports'
import type { KeyVerbs } from './hotkey-service'

/** The talk key, pressed to get to know it: it is shown and measured, and no turn begins. */
export class KeyTest {
  private downAt: number | null = null
  private tries = 0

  constructor(
    private readonly timers: Timers,
    private readonly isOn: () => boolean,
    private readonly tell: (now: KeyTry) => void,
  ) {}

  /** What the keys do: for the test while it is on. */
  around(verbs: KeyVerbs): KeyVerbs {
    return {
      ...verbs,
      prepare: (lagMs) => (this.isOn() ? undefined : verbs.prepare(lagMs)), // no microphone to look at a key
      press: (lagMs = 0) => (this.isOn() ? this.press() : verbs.press(lagMs)),
      release: () => (this.isOn() ? this.release() : verbs.release()),
      cancel: () => (this.isOn() ? this.cancel() : verbs.cancel()),
      phase: () => (this.isOn() ? this.phase : verbs.phase()),
    }
  }

  /** Where the system gives no key-up, a key ends what it began by what this says. */
  private get phase() {
    return this.downAt === null ? 'idle' : 'listening'
  }

  private press(): void {
    this.downAt = this.timers.now()
    this.tell({ down: true, heldMs: null, tries: this.tries })
  }

  private release(): void {
    if (this.downAt === null) return
    this.tries += 1
    this.up(this.timers.now() - this.downAt)
  }

  /** Another key joined, or Escape: that was no try. */
  private cancel(): void {
    if (this.downAt !== null) this.up(null)
  }

  private up(heldMs: number | null): void {
    this.downAt = null
    this.tell({ down: false, heldMs, tries: this.tries })
  }
}
