import type { AppError } from '../../shared/errors/errors'
import type { TurnPhase } from '../../shared/view'
import { gestureStep } from './core/gesture'
import { type GestureInput, type GestureOutput, type GestureRules, type GestureTimer, type GestureVerb, isKeyDown } from './core/gesture-types'
import { Deadline } from '../platform/deadline'
import type { HotkeyBindings, HotkeyListener, HotkeyRegistration, HotkeySource } from './core/ports'
import type { Timers } from '../platform/ports'
import type { KeyState } from './key-state'
import { TUNING } from '../talk/core/turn/tuning'

/** What keys do. The on-screen button calls the same three talk verbs. */
export interface KeyVerbs {
  /** A press may follow. `lagMs`: how long ago the key went down. */
  prepare(lagMs: number): void
  /** It was none: nothing of it is kept. */
  abandon(): void
  press(lagMs?: number): void
  release(): void
  cancel(): void
  switchMode(): void
  phase(): TurnPhase
}

export interface HotkeyParts {
  readonly source: HotkeySource
  readonly verbs: KeyVerbs
  readonly state: KeyState
  /** Something else was open, and this Escape has closed it. */
  readonly escapeTaken: () => boolean
  /** The key that opens the panel. It is nothing of the talk. */
  readonly panelAsked: () => void
  readonly rules: () => GestureRules
  readonly timers: Timers
  /** What the verbs lead to is told when all that one edge means is done: no gesture is entered while it runs. */
  readonly act: (work: () => void) => void
  readonly notify: (error: AppError) => void
  /** Whether a turn is latched. */
  readonly changed: () => void
}

interface Running {
  /** By the clock of the timers, in ms. */
  readonly due: number
  readonly stop: () => void
}

/** Key edges → gesture → verbs, with the gesture's timers, and the doubt whether a key that went down still is. */
export class HotkeyService {
  private readonly running = new Map<GestureTimer, Running>()
  private readonly nextRead: Deadline
  private edges = 0
  /** When the talk key last went down, by the clock of the timers. */
  private downAt = 0
  private taking = false
  /** How late the edge is told that is being fed; what it starts ran since then. */
  private lagMs = 0

  constructor(private readonly parts: HotkeyParts) {
    this.nextRead = new Deadline(parts.timers, () => this.readAgain())
    parts.source.listen(this.listener())
  }

  async bind(keys: HotkeyBindings): Promise<HotkeyRegistration> {
    this.feed({ type: 'lost' }) // a held key that is no longer the talk key would never come up
    const registration = await this.parts.source.bind(keys)
    const [failure] = registration.failures
    if (failure !== undefined) this.parts.notify(failure)
    return registration
  }

  get latched(): boolean {
    return this.parts.state.latched
  }

  /** Sleep, a dead hook: whatever was held is released. */
  lost(): void {
    this.feed({ type: 'lost' })
  }

  /** Lock, waking: a key counts as held only where the system says that it is down. */
  doubt(): void {
    if (this.parts.state.gesture.name === 'up') return
    if (this.latched) return this.lost()
    void this.read((isDown) => isDown !== true)
  }

  /** Told at every change whether a turn takes speech. */
  evaluate(taking: boolean): void {
    const ended = this.taking && !taking
    this.taking = taking
    if (ended) this.feed({ type: 'ended' })
  }

  private listener(): HotkeyListener {
    return {
      talkKey: (edge, lagMs = 0) => {
        this.edges += 1
        if (edge === 'down') this.downAt = this.parts.timers.now() - lagMs
        if (edge === 'up' || lagMs > 0) this.catchUp(edge === 'up' ? 0 : lagMs)
        this.lagMs = edge === 'up' ? lagMs : 0
        this.feed({ type: edge })
        this.lagMs = 0
      },
      joined: (by) => this.feed({ type: 'joined', by }),
      talkToggle: () => this.toggle(),
      modeKey: () => this.parts.verbs.switchMode(),
      panelKey: () => this.parts.panelAsked(),
      escape: () => (this.parts.escapeTaken() ? undefined : this.feed({ type: 'escape' })),
      lost: () => this.lost(),
    }
  }

  /** This press has no edge of its own that was told. */
  private toggle(): void {
    this.downAt = this.parts.timers.now()
    this.feed({ type: 'toggle', phase: this.parts.verbs.phase() })
  }

  private feed(input: GestureInput): void {
    this.parts.act(() => this.step(input))
  }

  private step(input: GestureInput): void {
    const latched = this.latched
    const { state, commands } = gestureStep(this.parts.state.gesture, input, this.parts.rules())
    this.parts.state.gesture = state
    this.watchState()
    for (const command of commands) this.run(command)
    if (this.latched !== latched) this.parts.changed()
  }

  private run(output: GestureOutput): void {
    if (output.type !== 'startTimer') return this.say(output.type)
    const { timer } = output
    const ms = Math.max(0, output.ms - this.lagMs)
    this.running.get(timer)?.stop()
    this.running.set(timer, {
      due: this.parts.timers.now() + ms,
      stop: this.parts.timers.after(ms, () => this.expire(timer)),
    })
  }

  private say(verb: GestureVerb): void {
    const { verbs } = this.parts
    if (verb === 'prepare' || verb === 'press') verbs[verb](this.parts.timers.now() - this.downAt)
    else verbs[verb]()
  }

  private expire(timer: GestureTimer): void {
    this.running.get(timer)?.stop()
    this.running.delete(timer)
    this.feed({ type: 'expired', timer })
  }

  /**
   * After a stall the way up may be told before the timers that ran out meanwhile, and a long hold would look like a tap: the turn
   * would go on without the key. The way down is judged by when it happened, where the system says: a new press must not be taken for a bounce of the
   * one before. Where it does not, a way down counts as in time: a bounce, a second tap.
   */
  private catchUp(lagMs: number): void {
    const now = this.parts.timers.now() - lagMs
    const due = [...this.running].filter(([, each]) => each.due <= now).sort(([, a], [, b]) => a.due - b.due)
    for (const [timer] of due) this.expire(timer)
  }

  /** A way up that was swallowed would leave the key down for ever, so it is asked for as long as it is down. */
  private watchState(): void {
    if (isKeyDown(this.parts.state.gesture)) this.nextRead.start(TUNING.keyReadMs)
    else this.nextRead.stop()
  }

  private readAgain(): void {
    this.nextRead.start(TUNING.keyReadMs)
    void this.read((isDown) => isDown === false)
  }

  /** An edge that comes meanwhile knows better. */
  private async read(isGone: (isDown: boolean | null) => boolean): Promise<void> {
    const { edges } = this
    const isDown = await this.parts.source.isDown()
    if (edges === this.edges && isGone(isDown)) this.lost()
  }
}
