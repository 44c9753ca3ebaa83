import { type FSWatcher, watch } from 'node:fs'
import { basename, dirname } from 'node:path'

/** Editors write in several steps, and some put a new file in the place of the old one: hence the folder is watched, and some patience. */
const SETTLED_MS = 150

/** Tells, a little later, that the file was written or replaced. Returns its unsubscribe. Where the system watches nothing, nothing is told. */
export function watchFile(path: string, written: () => void): () => void {
  let timer: NodeJS.Timeout | undefined
  const watcher = watchFolder(dirname(path), (name) => {
    if (name !== basename(path)) return
    clearTimeout(timer)
    timer = setTimeout(written, SETTLED_MS)
  })
  return () => {
    clearTimeout(timer)
    watcher?.close()
  }
}

/** Null: Linux has only so many watches for all programs of a person together, and editors take most of them. */
function watchFolder(folder: string, changed: (name: string | null) => void): FSWatcher | null {
  try {
    const watcher = watch(folder, { persistent: false }, (_event, name) => changed(name))
    return watcher.on('error', () => watcher.close()) // the folder is gone: there is nothing to watch any more
  } catch {
    return null
  }
}
