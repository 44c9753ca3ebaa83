import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { appError, type AppError } from '../../../shared/errors/errors'
import { err, ok, type Result } from '../../../shared/result'
import { originOf } from '../../../shared/providers/servers'
import { EndpointSchema, type Settings, SettingsSchema } from '../../../shared/settings'
import type { SettingsStore } from '../ports'
import { changesBetween, patched } from '../settings/patched'
import { watchFile } from './file-watch'
import { type Fields, readFields, setAside, writeFields } from './settings-file'

const valueOr = <T>(result: Result<T | null, string>, otherwise: T): T => (result.ok ? (result.value ?? otherwise) : otherwise)

/**
 * Settings as readable JSON in `folder`. A file that cannot be read, or a value that does not fit, is put aside as
 * `settings.damaged-<date>.json` with everything in it, and the run starts with the defaults. An edit while Parley runs is heeded at
 * once; one that cannot be read is left to its author, and put aside only when something else must be written. Whoever has a file,
 * whatever it says and however old it is, is no newcomer. Nothing is written but a change, and only over what is there now.
 */
export function createSettingsStore(folder: string, newcomer: Settings, today: () => string): SettingsStore {
  const path = join(folder, 'settings.json')
  const defaults: Settings = existsSync(path) ? { ...newcomer, onboarding: 'done' } : newcomer
  const damaged = faultAtStart(path, today())
  /** What the file said when it could last be read. */
  let known: Fields = valueOr(readFields(path), {})
  const before = confirmedBefore(known) // at the start only: who edits the file while Parley runs is asked
  const settingsOf = (fields: Fields): Settings => ({ ...defaults, ...SettingsSchema.parse({ ...defaults, ...before, ...fields }) })
  let seen = ''
  return {
    damaged,
    read: () => settingsOf(known),
    write: (settings) => {
      const there = fieldsThere(path, today(), known)
      if (!there.ok) return there
      const merged = patched(settingsOf(there.value), changesBetween(settingsOf(known), settings))
      const written = writeFields(path, { ...there.value, ...merged })
      if (!written.ok) return written
      known = { ...there.value, ...merged }
      return ok(merged)
    },
    watch: (written) =>
      watchFile(path, () => {
        const now = versionOf(path)
        if (now === seen) return // its rights were changed, not its words
        seen = now
        const read = readFields(path)
        if (read.ok) known = read.value ?? {}
        written(read.ok ? ok(settingsOf(known)) : err(appError('settings-edit', read.error)))
      }),
  }
}

/** Somebody may have edited it a moment ago: only what is changed is written over it. Where nothing can be read, all goes out anew. */
function fieldsThere(path: string, date: string, known: Fields): Result<Fields, AppError> {
  const read = readFields(path)
  if (read.ok) return ok(read.value ?? known)
  const aside = setAside(path, date)
  return aside.ok ? ok(known) : aside
}

/** Where it cannot even be moved it stays, and nothing is written over it. */
function faultAtStart(path: string, date: string): AppError | null {
  const read = readFields(path)
  if (read.ok) return null
  setAside(path, date)
  return appError('settings', read.error)
}

/** Whoever chose a server before Parley asked had said so. */
function confirmedBefore({ endpoint }: Fields): Partial<Settings> {
  const chosen = EndpointSchema.safeParse(endpoint)
  return chosen.success && chosen.data.kind === 'custom' ? { confirmedServers: [originOf(chosen.data.url)] } : {}
}

/** Another after every writing. */
function versionOf(path: string): string {
  const { ino, size, mtimeMs } = statSync(path, { throwIfNoEntry: false }) ?? { ino: 0, size: 0, mtimeMs: 0 }
  return [ino, size, mtimeMs].join(' ')
}
