import type { Dirent } from 'node:fs'
import { lstat, opendir, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import type { UnreadReason } from '../../../../../shared/knowledge/passages'
import { isPassedOver, isPassedOverFolder, isSecretName, kindOf } from '../../../core/file-kind'
import { FILE_LIMITS, FOLDER_LIMITS } from '../../../core/limits'
import { type IgnoreRules, ignoreRules } from './ignore-rules'
import { isWithin } from './inside'
import { isElsewhere } from './take'

/** A file as it stands in its folder. `refused`: why it is not even opened; null: it is worth a try. */
export interface SeenFile {
  readonly path: string
  readonly bytes: number
  readonly changed: number
  readonly refused: UnreadReason | null
}

export interface LookOptions {
  readonly root: string
  /** Parley's own folders. */
  readonly own: readonly string[]
  /** Asked for each entry: lets other work in. */
  readonly breathe: () => Promise<void>
}

/** Every file below, lazily. Links are not followed: what they lead to inside is found by itself, and what is outside is not ours. Throws where the folder itself cannot be listed. */
export async function* lookThrough(options: LookOptions): AsyncGenerator<SeenFile> {
  const root = await realpath(options.root)
  const own = options.own
  if (own.some((each) => isWithin(each, root))) return
  let left: number = FOLDER_LIMITS.files
  for await (const file of below({ ...options, root }, '', ignoreRules(root), 0)) {
    if (left === 0) return
    left -= 1
    yield file
  }
}

const isOwn = ({ root, own }: LookOptions, path: string): boolean => own.some((each) => isWithin(each, join(root, ...path.split('/'))))

async function* below(options: LookOptions, folder: string, rules: IgnoreRules, depth: number): AsyncGenerator<SeenFile> {
  if (depth > FOLDER_LIMITS.depth) return
  for (const entry of await entriesOf(options.root, folder)) {
    await options.breathe()
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.isDirectory()) {
      if (!isPassedOverFolder(entry.name) && !rules.leavesOut(`${path}/`) && !isOwn(options, path)) yield* below(options, path, rules.below(path), depth + 1)
    } else if (!isPassedOver(entry.name) && !rules.leavesOut(path)) yield* seen(options.root, path, entry)
  }
}

/** In one order everywhere, and closed before anything else is opened. A folder below that cannot be listed has nothing for us. */
async function entriesOf(root: string, folder: string): Promise<readonly Dirent[]> {
  const entries: Dirent[] = []
  try {
    for await (const entry of await opendir(join(root, ...folder.split('/')))) entries.push(entry)
  } catch (cause) {
    if (folder === '') throw cause
  }
  return entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

async function* seen(root: string, path: string, entry: Dirent): AsyncGenerator<SeenFile> {
  if (!entry.isFile() && !entry.isSymbolicLink()) return // sockets, pipes, devices
  const file = await seenFile(root, path)
  if (file !== null) yield file
}

/** As it stands there now; null: it is gone, or a link to something that is found by itself. */
export async function seenFile(root: string, path: string): Promise<SeenFile | null> {
  const name = path.slice(path.lastIndexOf('/') + 1)
  try {
    const whole = join(root, ...path.split('/'))
    const stats = await lstat(whole)
    if (stats.isSymbolicLink()) return isWithin(root, await realpath(whole)) ? null : { path, bytes: 0, changed: stats.mtimeMs, refused: 'leads-out' }
    if (!stats.isFile()) return null
    return { path, bytes: stats.size, changed: stats.mtimeMs, refused: refusal(name, stats) }
  } catch {
    return null
  }
}

function refusal(name: string, stats: { readonly size: number; readonly blocks: number }): UnreadReason | null {
  if (isSecretName(name)) return 'secret'
  if (kindOf(name) === null) return 'kind'
  if (stats.size > FILE_LIMITS.bytes) return 'too-large'
  return isElsewhere(stats) ? 'not-here' : null
}
