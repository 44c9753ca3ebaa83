import { constants } from 'node:fs'
import { type FileHandle, lstat, open, realpath } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { Unread } from '../../reader/unread'

export const isWithin = (folder: string, path: string): boolean => path === folder || path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`)

/** Some file systems write letters with marks in another way than they were asked for. */
const isPlace = (real: string, path: string): boolean => real.normalize('NFC') === path.normalize('NFC')

/** No folder on the way to it is a link: what is behind one is found by its own path, or is not ours. */
export async function standsWhereItSays(root: string, path: string): Promise<boolean> {
  const parent = join(root, ...path.split('/').slice(0, -1))
  return (await realpath(parent).catch(() => null)) === parent
}

/** The real path of something in a folder, by the links of this moment. Throws `Unread` where that leads anywhere else, or into what is ours. */
export async function realInside(folder: string, path: string, own: readonly string[]): Promise<string> {
  const [root, real] = await Promise.all([realpath(folder), realpath(join(folder, ...path.split('/')))])
  if (!isWithin(root, real) || real === root || !isPlace(real, join(root, ...path.split('/')))) throw new Unread('leads-out')
  if (own.some((each) => isWithin(each, real))) throw new Unread('secret')
  return real
}

/** Opens a plain file, and the same one that was checked: what is swapped for a link in between is not followed. */
export async function openInside(folder: string, path: string, own: readonly string[]): Promise<FileHandle> {
  const real = await realInside(folder, path, own)
  const before = await lstat(real, { bigint: true })
  if (!before.isFile()) throw new Unread('leads-out')
  const handle = await open(real, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0))
  const after = await handle.stat({ bigint: true })
  if (after.ino === before.ino && after.dev === before.dev && after.isFile()) return handle
  await handle.close()
  throw new Unread('changing')
}
