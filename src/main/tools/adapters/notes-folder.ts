import { constants } from 'node:fs'
import { mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { err, ok, type Result } from '../../../shared/result'
import { oneAtATime } from '../../platform/one-at-a-time'
import type { NoteFolder } from '../core/built-in/ports'
import { appendWhole, MAX_NOTE_BYTES, takeOutOf, withNote } from './note-files'

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
 * into something else. What is taken out replaces the file, so nothing is appended meanwhile.
 */
export function notesFolder(folders: NotesFolders): NoteFolder {
  const inTurn = oneAtATime()
  return {
    append: (file, text) => inTurn(() => append(folders, file, text).catch(() => err(NOT_WRITTEN))),
    takeOut: ({ folder = folders.chosen() ?? folders.standard(), file, text }) => inTurn(() => takeOutOf(join(folder, file), text).catch(() => false)),
  }
}

async function append({ standard, chosen }: NotesFolders, file: string, text: string): Promise<Result<string, string>> {
  const own = chosen()
  const folder = own ?? standard()
  if (own === null) await mkdir(folder, { recursive: true })
  else if (!(await isFolder(own))) return err(GONE)
  const appended = await withNote(join(folder, file), constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT, async (note, { size }) => {
    if (size + Buffer.byteLength(text) > MAX_NOTE_BYTES) return err('This note is full; choose another title.')
    await appendWhole(note, text, size)
    return ok(folder)
  })
  return appended ?? err(NOT_WRITTEN)
}
