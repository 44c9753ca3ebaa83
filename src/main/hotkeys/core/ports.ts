import type { AppError } from '../../../shared/errors/errors'
import type { Result } from '../../../shared/result'
import type { WhichKey } from './recording'

export type KeyEdge = 'down' | 'up'

export interface HotkeyListener {
  /** `lagMs`: how long ago that was; left out where the system does not say. */
  readonly talkKey: (edge: KeyEdge, lagMs?: number) => void
  /** Another key or button went down while the talk key was. */
  readonly joined: (by: 'key' | 'mouse') => void
  readonly talkToggle: () => void
  readonly modeKey: () => void
  readonly panelKey: () => void
  readonly escape: () => void
  /** The hook died or was stopped by the system: any held key counts as released. */
  readonly lost: () => void
}

export interface HotkeyBindings {
  readonly talkKey: string
  readonly modeKey: string
  /** Empty: none. */
  readonly panelKey: string
}

export interface HotkeyRegistration {
  readonly talkKeyStyle: 'hold' | 'toggle' | 'none'
  /** Every hotkey that could not be had. Empty when all is well. */
  readonly failures: readonly AppError[]
}

export interface HotkeySource {
  /** Replaces all bindings. */
  bind(bindings: HotkeyBindings): Promise<HotkeyRegistration>
  /** Escape is taken globally only while a turn runs, so that it stays free for other programs. */
  watchEscape(on: boolean): void
  /**
   * Takes this chord from every other program and tells its edges, until the next call; null: not any more. False: it cannot be had, or
   * is not seen here. `unseen`: it was pressed, and the hook saw nothing of it.
   */
  watchApproveKey(chord: string | null, changed: (edge: 'down' | 'up' | 'lost' | 'unseen', lagMs: number) => void): boolean
  /** Whether the system takes the talk key to be down now; null where it does not say. */
  isDown(): Promise<boolean | null>
  /** The next key (talk) or chord (the others); `timeout` when none came or Escape did. `held`: what is down now, at every change. */
  record(which: WhichKey, held: (codes: readonly string[]) => void): Promise<Result<string, AppError>>
  /** Whoever wanted to know is gone: the keys mean again what they mean. */
  leaveRecording(): void
  listen(listener: HotkeyListener): () => void
  stop(): void
}
