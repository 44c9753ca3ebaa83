import { createHash } from 'node:crypto'
import type { Stats } from 'node:fs'
import { FILE_LIMITS } from '../../../core/limits'
import { Unread } from '../../reader/unread'
import { openInside } from './inside'

export interface TakenFile {
  readonly bytes: Uint8Array
  readonly sha: string
  /** As it was before and after. */
  readonly size: number
  readonly changed: number
}

/** Larger ones than this have blocks on any disk; those that have none lie elsewhere and would be fetched by reading them. */
const IN_ITS_NODE = 8_192

export const isElsewhere = ({ size, blocks }: Pick<Stats, 'size' | 'blocks'>): boolean => size > IN_ITS_NODE && blocks === 0

/** What is on the disk, whole and of one moment. */
export async function takeFile(folder: string, path: string, own: readonly string[]): Promise<TakenFile> {
  const handle = await openInside(folder, path, own)
  try {
    const before = await handle.stat()
    if (before.size > FILE_LIMITS.bytes) throw new Unread('too-large')
    if (isElsewhere(before)) throw new Unread('not-here')
    const bytes = await handle.readFile({ signal: AbortSignal.timeout(FILE_LIMITS.hardMs) })
    const after = await handle.stat()
    if (before.size !== after.size || before.mtimeMs !== after.mtimeMs || bytes.length !== after.size) throw new Unread('changing')
    return { bytes, sha: createHash('sha256').update(bytes).digest('hex'), size: after.size, changed: after.mtimeMs }
  } finally {
    await handle.close()
  }
}

/** Why a file could not be taken; null: it is not there any more. */
export function takeFault(cause: unknown): Unread | null {
  if (cause instanceof Unread) return cause
  const { code, name } = cause as NodeJS.ErrnoException
  if (code === 'ENOENT' || code === 'ENOTDIR') return null
  if (code === 'ELOOP') return new Unread('leads-out')
  return new Unread(name === 'AbortError' || name === 'TimeoutError' ? 'too-slow' : 'not-allowed')
}
