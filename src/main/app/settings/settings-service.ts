import type { AppError } from '../../../shared/errors/errors'
import type { Result } from '../../../shared/result'
import { sameJson } from '../../../shared/same-json'
import type { Settings, SettingsPatch } from '../../../shared/settings'
import type { SettingsStore } from '../ports'
import type { SettingsReaction } from '../feature'
import { patched } from './patched'

/** The settings of this run, kept on disk with every change. What a change means, the features say. */
export class SettingsService {
  private settings: Settings
  private reactions: readonly SettingsReaction[] = []

  constructor(private readonly store: SettingsStore) {
    this.settings = store.read()
  }

  get current(): Settings {
    return this.settings
  }

  /** In the order in which they are told. */
  follow(...reactions: readonly SettingsReaction[]): void {
    this.reactions = [...this.reactions, ...reactions]
  }

  /** Applies what could be saved; a disk that refuses changes nothing. */
  update(patch: SettingsPatch): Result<Settings, AppError> {
    const before = this.settings
    const saved = this.store.write(patched(before, patch))
    if (!saved.ok) return saved
    this.settings = saved.value // with what somebody has edited meanwhile
    this.tell(before, saved.value)
    return saved
  }

  /** The file says so: somebody edited it, or it is our own writing. */
  adopt(next: Settings): void {
    const before = this.settings
    if (sameJson(before, next)) return
    this.settings = next
    this.tell(before, next)
  }

  private tell(before: Settings, after: Settings): void {
    const differs = (field: keyof Settings) => !sameJson(before[field], after[field])
    for (const { part, changed } of this.reactions) if (part === 'all' || part.some(differs)) changed(before, after)
  }
}
