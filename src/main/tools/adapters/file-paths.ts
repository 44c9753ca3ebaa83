import { realpath, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { basename, isAbsolute, join } from 'node:path'
import type { PathKind, PathPort } from '../core/built-in/ports'

const whole = (path: string): string => (/^~[/\\]/.test(path) ? join(homedir(), path.slice(2)) : path)

const kindOf = (stats: { isFile(): boolean; isDirectory(): boolean }): PathKind => (stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other')

export const filePaths: PathPort = {
  find: async (path) => {
    const named = whole(path)
    if (!isAbsolute(named)) return null
    try {
      const real = await realpath(named)
      return { path: real, name: basename(real), kind: kindOf(await stat(real)) }
    } catch {
      return null // not there, or nothing we may look at
    }
  },
}
