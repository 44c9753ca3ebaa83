import { existsSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import Store from 'electron-store'
import { appError, type AppError } from '../../shared/errors'
import { err, ok, type Result } from '../../shared/result'
import { type Settings, SettingsSchema } from '../../shared/settings'
import type { SettingsStore } from '../core/ports'
import { watchFile } from './file-watch'

const FILE_NAME = 'settings'

/**
 * Settings as readable JSON in `folder`. A file that cannot be read, or a value that does not fit, is put aside as
 * `settings.damaged-<date>.json` with everything in it, and the run starts with the defaults. An edit while Parley runs is heeded at
 * once; one that cannot be read is left to its author, and put aside only when something else must be written. Whoever has a file,
 * whatever it says and however old it is, is no newcomer.
 */
export function createSettingsStore(folder: string, newcomer: Settings, today: () => string): SettingsStore {
  const path = join(folder, `${FILE_NAME}.json`)
  const defaults: Settings = existsSync(path) ? { ...newcomer, onboarding: 'done' } : newcomer
  const damaged = setAsideIfDamaged(path, today())
  const store = new Store<Settings>({ cwd: folder, name: FILE_NAME, defaults, accessPropertiesByDotNotation: false })
  const read = () => ({ ...defaults, ...SettingsSchema.parse({ ...defaults, ...store.store }) })
  return {
    damaged,
    read,
    write: (settings) => {
      setAsideIfDamaged(path, today())
      return write(store, settings)
    },
    watch: (written) =>
      watchFile(path, () => {
        const fault = existsSync(path) ? faultOf(path) : null
        written(fault === null ? ok(read()) : err(appError('settings-edit', fault)))
      }),
  }
}

function write(store: Store<Settings>, settings: Settings): Result<Settings, AppError> {
  try {
    store.store = settings
    return ok(settings)
  } catch (cause) {
    return err(appError('settings', cause instanceof Error ? cause.message : 'unknown'))
  }
}

function setAsideIfDamaged(path: string, date: string): AppError | null {
  if (!existsSync(path)) return null
  const fault = faultOf(path)
  if (fault === null) return null
  renameSync(path, freeName(path, date))
  return appError('settings', fault)
}

/** A second one on the same day must not replace the first. */
function freeName(path: string, date: string): string {
  for (let count = 1; ; count += 1) {
    const name = path.replace(/\.json$/, `.damaged-${date}${count === 1 ? '' : `-${String(count)}`}.json`)
    if (!existsSync(name)) return name
  }
}

/** What is wrong with the file, or null. Unknown fields are left alone: a newer version may have written them. */
function faultOf(path: string): string | null {
  try {
    const parsed = SettingsSchema.partial().safeParse(JSON.parse(readFileSync(path, 'utf8')))
    return parsed.success ? null : parsed.error.issues.map((issue) => issue.path.join('.')).join(', ')
  } catch (cause) {
    return cause instanceof Error ? cause.message : 'unreadable'
  }
}
