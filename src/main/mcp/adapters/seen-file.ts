import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { SeenTools } from '../core/setup/seen-tools'
import { makePrivateFolder, PRIVATE_FILE } from '../../platform/adapters/private-files'

/** What the person has looked at. Lost, a tool that changes shows its change without its former words: nothing is allowed by this file. */
export const seenFile = (path: string) => ({
  read: (): unknown => {
    try {
      return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null
    } catch {
      return null // damaged: as if nothing had been written
    }
  },
  /** False: the disk refused it. */
  write: (seen: SeenTools): boolean => {
    try {
      makePrivateFolder(dirname(path))
      writeFileSync(`${path}.new`, JSON.stringify(seen), { mode: PRIVATE_FILE })
      renameSync(`${path}.new`, path)
      return true
    } catch {
      return false
    }
  },
})
