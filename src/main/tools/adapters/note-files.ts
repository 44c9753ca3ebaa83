import { randomUUID } from 'node:crypto'
import { constants, type Stats } from 'node:fs'
import { type FileHandle, lstat, open, rename, rm } from 'node:fs/promises'

/** What a person writes in years is smaller; anything else is no note. */
export const MAX_NOTE_BYTES = 5_000_000
const NO_LINK = constants.O_NOFOLLOW ?? 0 // Windows has none
const NO_WAIT = constants.O_NONBLOCK ?? 0 // a pipe would wait for its other end

const isLink = (path: string): Promise<boolean> => lstat(path).then((stats) => stats.isSymbolicLink(), () => false)

/** Null: it is not a file of its own. */
export async function withNote<T>(path: string, flags: number, run: (note: FileHandle, stats: Stats) => Promise<T>): Promise<T | null> {
  if (NO_LINK === 0 && (await isLink(path))) return null
  const note = await open(path, flags | NO_LINK | NO_WAIT, 0o600)
  try {
    const stats = await note.stat()
    return stats.isFile() && stats.nlink === 1 ? await run(note, stats) : null
  } finally {
    await note.close()
  }
}

/** All of it, or nothing: the disk may be full in the middle. */
export async function appendWhole(note: FileHandle, text: string, size: number): Promise<void> {
  try {
    await note.appendFile(text)
    await note.sync()
  } catch (cause) {
    await note.truncate(size)
    throw cause
  }
}

/** False: it is not there, or more than once. Whatever else is in the file stays byte by byte, text or not. */
export async function takeOutOf(path: string, text: string): Promise<boolean> {
  const found = await withNote(path, constants.O_RDONLY, async (note, { size, mode }) => (size > MAX_NOTE_BYTES ? null : { mode, whole: await note.readFile() }))
  if (found === null) return false
  const { whole, mode } = found
  const at = whole.indexOf(text)
  if (at < 0 || whole.includes(text, at + 1)) return false
  const rest = Buffer.concat([whole.subarray(0, at), whole.subarray(at + Buffer.byteLength(text))])
  await (rest.length === 0 ? rm(path) : replace(path, rest, mode & 0o777))
  return true
}

/** Beside it first: a note is never half. Under a name that nobody else has, since whatever lies there is theirs. */
async function replace(path: string, rest: Buffer, mode: number): Promise<void> {
  const beside = `${path}.${randomUUID()}.new`
  try {
    const note = await open(beside, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600)
    try {
      await note.chmod(mode) // as the person has it
      await note.writeFile(rest)
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
