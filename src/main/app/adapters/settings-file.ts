import { existsSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import Store from 'electron-store'
import { z } from 'zod'
import { appError, type AppError } from '../../../shared/errors/errors'
import { err, ok, type Result } from '../../../shared/result'
import { SettingsSchema } from '../../../shared/settings'
import { isLink, realPlace } from './links'
import { closeToOthers, PRIVATE_FILE } from '../../platform/adapters/private-files'
import { readText } from './text-file'

/** All that the file says, also what only a newer version knows. */
export type Fields = Readonly<Record<string, unknown>>

const FieldsSchema = z.record(z.string(), z.unknown())

/** Null where there is no file; a fault where it cannot be read or a value does not fit. */
export function readFields(path: string): Result<Fields | null, string> {
  if (!existsSync(path)) return ok(null)
  closeToOthers(realPlace(path)) // instructions can be as private as a diary, and an editor leaves its own modes
  try {
    const fields = FieldsSchema.parse(JSON.parse(readText(path)))
    const fitting = SettingsSchema.partial().safeParse(fields)
    return fitting.success ? ok(fields) : err(fitting.error.issues.map((issue) => issue.path.join('.')).join(', '))
  } catch (cause) {
    return err(cause instanceof Error ? cause.message : 'unreadable')
  }
}

/** Only the writer of it is used: it would read UTF-8 alone, and with defaults it would write at every start. */
const storeAt = (place: string): Store<Record<string, unknown>> =>
  new Store({
    cwd: dirname(place),
    name: basename(place),
    fileExtension: '',
    configFileMode: PRIVATE_FILE,
    accessPropertiesByDotNotation: false,
    deserialize: () => ({}),
    serialize: (fields) => `${JSON.stringify(fields, undefined, '\t')}\n`,
  })

/** Whole or not at all. A link stays a link. */
export function writeFields(path: string, fields: Fields): Result<null, AppError> {
  try {
    const place = realPlace(path)
    if (isLink(place)) rmSync(place) // it leads in a circle, and so to nothing
    storeAt(place).store = fields
    return ok(null)
  } catch (cause) {
    return err(appError('settings-write', cause instanceof Error ? cause.message : 'unknown'))
  }
}

/** Whole, as `settings.damaged-<date>.json`. What a link leads to is not ours: then only the link is moved. */
export function setAside(path: string, date: string): Result<null, AppError> {
  try {
    renameSync(path, freeName(path, date))
    return ok(null)
  } catch (cause) {
    return err(appError('settings-write', cause instanceof Error ? cause.message : 'unknown'))
  }
}

/** A second one on the same day must not replace the first. */
function freeName(path: string, date: string): string {
  for (let count = 1; ; count += 1) {
    const name = path.replace(/\.json$/, `.damaged-${date}${count === 1 ? '' : `-${String(count)}`}.json`)
    if (!existsSync(name)) return name
  }
}
