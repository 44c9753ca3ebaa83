import { watch } from 'node:fs'
import { basename, dirname } from 'node:path'

/** Editors write in several steps, and some put a new file in the place of the old one: hence the folder is watched, and some patience. */
const SETTLED_MS = 150

/** Tells, a little later, that the file was written or replaced. Returns its unsubscribe. */
export function watchFile(path: string, written: () => void): () => void {
  let timer: NodeJS.Timeout | undefined
  const watcher = watch(dirname(path), { persistent: false }, (_event, name) => {
    if (name !== basename(path)) return
    clearTimeout(timer)
    timer = setTimeout(written, SETTLED_MS)
  })
  watcher.on('error', () => watcher.close()) // the folder is gone: there is nothing to watch any more
  return () => {
    clearTimeout(timer)
    watcher.close()
  }
}
