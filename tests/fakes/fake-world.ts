import type { SecretStore, SettingsStore } from '../../src/main/app/ports'
import type { HotkeyListener, HotkeySource } from '../../src/main/hotkeys/core/ports'
import type { Logger, TraceSink } from '../../src/main/platform/ports'
import { appError, type AppError } from '../../src/shared/errors/errors'
import { err, ok, type Result } from '../../src/shared/result'
import { defaultSettings, type Settings } from '../../src/shared/settings'

export const silentLogger: Logger = { error: () => undefined, warn: () => undefined, info: () => undefined, debug: () => undefined }

export const noTrace: TraceSink = { traced: null, clientEvent: () => undefined, serverText: () => undefined, sentAudio: () => undefined, mark: () => undefined }

/** A keychain in memory; `locked` makes every call fail as the real one does. */
export function fakeSecretStore(entries: Record<string, string> = {}, locked = false): SecretStore & { readonly asked: string[] } {
  const stored = new Map(Object.entries(entries))
  const asked: string[] = []
  const refused = () => err(appError('keychain', 'locked'))
  return {
    asked,
    get: async (host) => {
      asked.push(host)
      return locked ? refused() : ok(stored.get(host) ?? null)
    },
    set: async (host, secret) => (locked ? refused() : ok(void stored.set(host, secret))),
    forget: async (host) => (locked ? refused() : ok(void stored.delete(host))),
  }
}

export function fakeSettingsStore(patch: Partial<Settings> = {}, damaged: AppError | null = null): SettingsStore {
  let settings: Settings = { ...defaultSettings('linux'), ...patch }
  return {
    damaged,
    read: () => settings,
    write: (next) => {
      settings = next
      return ok(next)
    },
    watch: () => () => undefined,
  }
}

/** Keys that a test presses. */
export class FakeHotkeys implements HotkeySource {
  listener: HotkeyListener | null = null
  failures: AppError[] = []
  escapeWatched = false

  async bind() {
    return { talkKeyStyle: 'hold' as const, failures: this.failures }
  }

  watchEscape(on: boolean): void {
    this.escapeWatched = on
  }

  /** What the system says of the talk key. */
  down: boolean | null = null
  recorded: Result<string, AppError> = err(appError('timeout'))

  async isDown(): Promise<boolean | null> {
    return this.down
  }

  async record(): Promise<Result<string, AppError>> {
    return this.recorded
  }

  /** The chord that is taken from other programs; null: none. */
  approveChord: string | null = null
  approve: Parameters<HotkeySource['watchApproveKey']>[1] = () => undefined
  approveKeySeen = true

  watchApproveKey(chord: string | null, told: Parameters<HotkeySource['watchApproveKey']>[1]): boolean {
    this.approveChord = this.approveKeySeen ? chord : null
    this.approve = told
    return this.approveChord !== null
  }

  recordingsLeft = 0

  leaveRecording(): void {
    this.recordingsLeft += 1
  }

  listen(listener: HotkeyListener): () => void {
    this.listener = listener
    return () => undefined
  }

  stop(): void {
    this.listener = null
  }
}
