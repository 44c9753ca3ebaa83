import type { AppError } from '../../shared/errors/errors'
import type { Result } from '../../shared/result'
import { talksTo } from '../../shared/onboarding'
import type { Settings, SettingsPatch } from '../../shared/settings'
import type { SettingsStore } from './ports'

/** What a change of settings asks of the rest, found by comparing before and after. */
export interface SettingsEffects {
  /** Another server. */
  readonly changeEndpoint: () => void
  /** Model or voice: only a new session can have them. */
  readonly reconnect: () => void
  /** What a running session can take. */
  readonly reconfigure: () => void
  readonly rebindKeys: () => void
  readonly useSpeaker: () => void
  /** What of the talks stays. */
  readonly keepingChanged: () => void
  readonly changed: () => void
}

type Field = keyof Settings

const NEEDS_SESSION: readonly Field[] = ['model', 'voice']
const NEEDS_UPDATE: readonly Field[] = ['instructions', 'vad', 'noiseReduction']
const NEEDS_KEYS: readonly Field[] = ['talkKey', 'modeKey']

/** A field that is there but undefined is not a change. */
const present = (patch: SettingsPatch): Partial<Settings> =>
  Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))

/** The settings of this run, kept on disk with every change. */
export class SettingsService {
  private settings: Settings

  constructor(
    private readonly store: SettingsStore,
    private readonly effects: SettingsEffects,
  ) {
    this.settings = store.read()
  }

  get current(): Settings {
    return this.settings
  }

  /** Applies what could be saved; a disk that refuses changes nothing. */
  update(patch: SettingsPatch): Result<Settings, AppError> {
    const before = this.settings
    const next = { ...before, ...present(patch) }
    const saved = this.store.write(next)
    if (!saved.ok) return saved
    this.settings = saved.value // with what somebody has edited meanwhile
    this.apply(before, saved.value)
    return saved
  }

  /** The file says so: somebody edited it, or it is our own writing. */
  adopt(next: Settings): void {
    const before = this.settings
    if (JSON.stringify(before) === JSON.stringify(next)) return
    this.settings = next
    this.apply(before, next)
  }

  private apply(before: Settings, after: Settings): void {
    const differs = (fields: readonly Field[]) => fields.some((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    if (JSON.stringify(talksTo(before)) !== JSON.stringify(talksTo(after))) this.effects.changeEndpoint()
    else if (differs(NEEDS_SESSION)) this.effects.reconnect()
    else if (differs(NEEDS_UPDATE)) this.effects.reconfigure()
    if (differs(NEEDS_KEYS)) this.effects.rebindKeys()
    if (differs(['speaker'])) this.effects.useSpeaker()
    if (differs(['keeping'])) this.effects.keepingChanged()
    this.effects.changed()
  }
}
