import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { lstat, readdir, readlink } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'

/** @typedef {{ path: string, name: string }} Found `name`: from the top folder, with `/` between */

/**
 * The hash of one file.
 * @param {string} file @param {string} algorithm @param {'hex' | 'base64'} encoding
 */
export async function digest(file, algorithm, encoding) {
  const hash = createHash(algorithm)
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) hash.update(chunk)
  return hash.digest(encoding)
}

/**
 * One hash over the names and contents of all files below a folder, in hex.
 * @param {string} folder @param {(name: string) => boolean} counts
 */
export async function treeDigest(folder, counts) {
  const hash = createHash('sha256')
  for (const { path, name } of await filesIn(folder, counts)) {
    const content = (await lstat(path)).isSymbolicLink() ? `link ${await readlink(path)}` : await digest(path, 'sha256', 'hex')
    hash.update(`${name}\0${content}\n`)
  }
  return hash.digest('hex')
}

/**
 * What differs as soon as any of the files was written, replaced, added or removed. Cheap: nothing is read.
 * @param {string} folder @param {(name: string) => boolean} counts
 */
export async function treeStamp(folder, counts) {
  const hash = createHash('sha256')
  for (const { path, name } of await filesIn(folder, counts)) {
    const { size, mtimeNs, ctimeNs, ino } = await lstat(path, { bigint: true })
    hash.update(`${name}\0${[size, mtimeNs, ctimeNs, ino].join(' ')}\n`)
  }
  return hash.digest('hex')
}

/** @param {string} folder @param {(name: string) => boolean} counts @returns {Promise<readonly Found[]>} */
async function filesIn(folder, counts) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => !entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name))
  return files
    .map((path) => ({ path, name: relative(folder, path).split(sep).join('/') }))
    .filter(({ name }) => counts(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}
