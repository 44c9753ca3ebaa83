import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { audioPath, COMPANIONS, databasePath, suspectPath } from './files'

/** `newer`: written by a later version of Parley, which can still read it. */
export type Fault = 'damaged' | 'newer'

/**
 * Renames the database with all that belongs to it, sound too, and says its new name: `history.damaged-2026-03-01.db`. Nothing is
 * changed in it. `at` is the wall clock.
 */
export function setAside(folder: string, fault: Fault, at: number): string {
  const name = freeName(folder, `history.${fault}-${new Date(at).toISOString().slice(0, 10)}`)
  for (const companion of COMPANIONS) move(`${databasePath(folder)}${companion}`, join(folder, `${name}.db${companion}`))
  move(audioPath(folder), join(folder, `${name}.audio`))
  rmSync(suspectPath(folder), { force: true })
  return `${name}.db`
}

/** A second one on the same day must not replace the first. */
function freeName(folder: string, name: string): string {
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? name : `${name}-${String(count)}`
    if (!existsSync(join(folder, `${candidate}.db`)) && !existsSync(join(folder, `${candidate}.audio`))) return candidate
  }
}

function move(from: string, to: string): void {
  if (existsSync(from)) renameSync(from, to)
}
