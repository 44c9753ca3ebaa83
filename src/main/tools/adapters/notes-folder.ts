import { constants } from 'node:fs'
import { type FileHandle, lstat, mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { err, ok } from '../../../shared/result'
import type { NoteFolder } from '../core/built-in/ports'

/** What a person writes in years is smaller; anything else is no note. */
const MAX_NOTE_BYTES = 5_000_000
const NO_LINK = constants.O_NOFOLLOW ?? 0 // Windows has none

const NOT_WRITTEN = 'The note could not be written; look at the folder and at the space on the disk.'

/** Not made anew: it may lie on a disk that is not plugged in, and notes would be hidden under it. */
const GONE = 'The folder chosen for notes is not there any more. Choose another one in Settings, Tools, or plug in its disk.'

export interface NotesFolders {
  readonly standard: () => string
  /** Null: none. */
  readonly chosen: () => string | null
}

const isFolder = (path: string): Promise<boolean> => stat(path).then((stats) => stats.isDirectory(), () => false)

/**
 * Names are checked before they come here (core/built-in/note-name). A link is never followed: what writes into a note must not write
 * into something else.
 */
export function notesFolder({ standard, chosen }: NotesFolders): NoteFolder {
  const folder = () => chosen() ?? standard()
  return {
    get path() {
      return folder()
    },
    append: async (file, text) => {
      try {
        const there = chosen()
        if (there === null) await mkdir(standard(), { recursive: true })
        else if (!(await isFolder(there))) return err(GONE)
        return await withNote(join(folder(), file), constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT, async (note, size) => {
          if (size + Buffer.byteLength(text) > MAX_NOTE_BYTES) return err('This note is full; choose another title.')
          await note.appendFile(text)
          await note.sync()
          return ok(null)
        }) ?? err(NOT_WRITTEN)
      } catch {
        return err(NOT_WRITTEN)
      }
    },
    takeOut: async (file, text) => {
      try {
        return await takenOut(join(folder(), file), text)
      } catch {
        return false
      }
    },
  }
}

const isLink = (path: string): Promise<boolean> => lstat(path).then((stats) => stats.isSymbolicLink(), () => false)

/** Null: it is not a file of its own. */
async function withNote<T>(path: string, flags: number, run: (note: FileHandle, size: number) => Promise<T>): Promise<T | null> {
  if (NO_LINK === 0 && (await isLink(path))) return null
  const note = await open(path, flags | NO_LINK, 0o600)
  try {
    const stats = await note.stat()
    return stats.isFile() && stats.nlink === 1 ? await run(note, stats.size) : null
  } finally {
    await note.close()
  }
}

async function takenOut(path: string, text: string): Promise<boolean> {
  const whole = await withNote(path, constants.O_RDONLY, async (note, size) => (size > MAX_NOTE_BYTES ? null : note.readFile('utf8')))
  if (whole === null) return false
  const at = whole.indexOf(text)
  if (at < 0 || whole.includes(text, at + 1)) return false
  const rest = whole.slice(0, at) + whole.slice(at + text.length)
  await (rest === '' ? rm(path) : replace(path, rest))
  return true
}

/** Beside it first: a note is never half. */
async function replace(path: string, text: string): Promise<void> {
  const beside = `${path}.new`
  try {
    const note = await open(beside, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600)
    try {
      await note.writeFile(text)
      await note.sync()
    } finally {
      await note.close()
    }
    await rename(beside, path)
  } catch (cause) {
    await rm(beside, { force: true })
    throw cause
  }
}
