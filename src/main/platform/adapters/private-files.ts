import { chmodSync, closeSync, lstatSync, mkdirSync, openSync } from 'node:fs'
import { opendir } from 'node:fs/promises'
import { join } from 'node:path'

/** What Parley writes is its person's own: words, instructions, a voice. */
export const PRIVATE_FILE = 0o600
export const PRIVATE_FOLDER = 0o700

const OTHERS = 0o077
/** Such a folder is for everybody, as `/tmp` is. */
const STICKY = 0o1000

/**
 * Makes the folder where there is none, and closes one that is there. Throws where it cannot be made. (`process.umask` would be shorter,
 * but every program that is started from here would inherit it.)
 */
export function makePrivateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: PRIVATE_FOLDER })
  closeToOthers(folder)
}

/** Where there is none yet. For writers that would leave it open to others; what goes wrong here goes wrong there again, and is told there. */
export function createPrivateFile(path: string): void {
  try {
    closeSync(openSync(path, 'wx', PRIVATE_FILE))
  } catch {
    // Mostly because it is there.
  }
}

/** A file or folder; what a link leads to may be anybody's. Where it is not ours to change, or the disk knows no modes, it stays as it is. */
export function closeToOthers(path: string): void {
  if (process.platform === 'win32') return // the profile's own access list does it there, and modes say nothing
  try {
    const found = lstatSync(path)
    const most = found.isFile() ? PRIVATE_FILE : found.isDirectory() && (found.mode & STICKY) === 0 ? PRIVATE_FOLDER : null
    if (most !== null && (found.mode & OTHERS) !== 0) chmodSync(path, found.mode & most)
  } catch {
    // Nothing that is asked of Parley depends on it.
  }
}

/** The folder and all in it. An earlier version, a copy or another program may have left it open. */
export async function closeAllToOthers(folder: string): Promise<void> {
  closeToOthers(folder)
  try {
    for await (const entry of await opendir(folder)) {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) await closeAllToOthers(path)
      else closeToOthers(path)
    }
  } catch {
    // It went away meanwhile, or is not ours to read.
  }
}
