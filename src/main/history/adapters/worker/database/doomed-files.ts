import { rmdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Database } from '../../../../platform/adapters/database/connection'
import { audioPath } from './files'

/** Stands for all sound files at once. */
export const ALL_FILES = '*'

/** Where a sound file is written before it has its name. */
export const partOf = (path: string): string => `${path}.part`

/** Deletes what is named in `doomed_files`. What the system does not let go now (a virus scanner reads it) stays named. */
export function deleteDoomedFiles(db: Database, folder: string): void {
  for (const { file } of db.all<{ file: string }>('SELECT file FROM doomed_files')) {
    if (deleted(folder, file)) db.run('DELETE FROM doomed_files WHERE file = ?', file)
  }
}

function deleted(folder: string, file: string): boolean {
  try {
    if (file === ALL_FILES) rmSync(audioPath(folder), { recursive: true, force: true })
    else deleteOne(join(audioPath(folder), file))
    return true
  } catch {
    return false
  }
}

function deleteOne(path: string): void {
  rmSync(path, { force: true })
  rmSync(partOf(path), { force: true })
  try {
    rmdirSync(dirname(path))
  } catch {
    // Other sound of the conversation is still there.
  }
}
