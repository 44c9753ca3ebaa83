import { createHash } from 'node:crypto'
import type { Question } from '../../src/main/app/confirm-port'
import type { Asked, ServerVault, SetupWorld } from '../../src/main/mcp/setup/setup-world'
import { appError } from '../../src/shared/errors/errors'
import { err, ok } from '../../src/shared/result'
import { defaultSettings, type Settings, SettingsSchema } from '../../src/shared/settings'
import { FakeTimers } from './fake-timers'

/** A keychain in memory, for one feature. */
export class FakeVault implements ServerVault {
  readonly kept = new Map<string, string>()
  find(name: string): Promise<string | null> {
    return Promise.resolve(this.kept.get(name) ?? null)
  }
  keep(name: string, secret: string): Promise<void> {
    this.kept.set(name, secret)
    return Promise.resolve()
  }
  forget(name: string): Promise<void> {
    this.kept.delete(name)
    return Promise.resolve()
  }
}

/** What setting up servers stands on, as a test plays it. Settings that no file could hold are a fault. */
export function fakeSetupWorld() {
  let settings: Settings = defaultSettings('linux')
  let minted = 0
  const timers = new FakeTimers()
  const vault = new FakeVault()
  const asked: Question[] = []
  const person: { says: Asked; meanwhile: () => void } = { says: 'yes', meanwhile: () => undefined }
  const disk = { full: false }
  const set = (patch: Partial<Settings>) => (settings = SettingsSchema.parse({ ...settings, ...patch }))
  const world: SetupWorld = {
    settings: () => settings,
    updateSettings: (patch) => (disk.full ? err(appError('settings-write')) : ok(set(patch as Partial<Settings>))),
    ask: (question) => {
      asked.push(question)
      person.meanwhile()
      return Promise.resolve(person.says)
    },
    vault,
    hash: (text) => createHash('sha256').update(text).digest('hex'),
    mint: () => {
      minted += 1
      return `s${String(minted)}`
    },
    home: '/home/you',
    timers,
    changed: () => undefined,
  }
  return { world, vault, asked, person, timers, disk, settings: () => settings, set }
}
