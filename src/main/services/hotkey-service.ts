import type { HotkeyListener, HotkeyRegistration, HotkeySource, Timers } from '../core/ports'
import { type GestureState, gestureStep, type GestureInput } from '../core/hotkey/gesture'
import type { AppError } from '../../shared/errors'
import type { TurnPhase } from '../../shared/view'

/** What keys do. The on-screen button calls the same three talk verbs. */
export interface KeyVerbs {
  press(): void
  release(): void
  cancel(): void
  switchMode(): void
  phase(): TurnPhase
}

/** Key edges → gesture → verbs, with the gesture's one timer. */
export class HotkeyService {
  private gesture: GestureState = { name: 'up' }
  private stopTimer: (() => void) | null = null

  constructor(
    private readonly source: HotkeySource,
    private readonly verbs: KeyVerbs,
    private readonly timers: Timers,
    private readonly notify: (error: AppError) => void,
  ) {
    source.listen(this.listener())
  }

  async bind(talkKey: string, modeKey: string): Promise<HotkeyRegistration> {
    this.feed({ type: 'lost' }) // a held key that is no longer the talk key would never come up
    const registration = await this.source.bind({ talkKey, modeKey })
    const [failure] = registration.failures
    if (failure !== undefined) this.notify(failure)
    return registration
  }

  /** Lock, sleep, a dead hook: whatever was held is released. */
  lost(): void {
    this.feed({ type: 'lost' })
  }

  private listener(): HotkeyListener {
    return {
      talkKey: (edge) => this.feed({ type: edge }),
      talkToggle: () => this.feed({ type: 'toggle', phase: this.verbs.phase() }),
      modeKey: () => this.verbs.switchMode(),
      escape: () => this.feed({ type: 'escape' }),
      lost: () => this.lost(),
    }
  }

  private feed(input: GestureInput): void {
    const { state, outputs } = gestureStep(this.gesture, input)
    this.gesture = state
    for (const output of outputs) {
      switch (output.type) {
        case 'startTimer':
          this.stopTimer?.()
          this.stopTimer = this.timers.after(output.ms, () => this.feed({ type: 'expired' }))
          break
        case 'stopTimer':
          this.stopTimer?.()
          break
        default:
          this.verbs[output.type]()
      }
    }
  }
}
