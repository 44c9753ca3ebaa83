import { type FSWatcher, watch } from 'node:fs'
import { basename, dirname } from 'node:path'
import { systemTimers } from '../../platform/adapters/system-timers'
import { Deadline } from '../../platform/deadline'
import { placesOf } from './links'

/** Editors write in several steps, and some put a new file in the place of the old one: hence the folder is watched, and some patience. */
const SETTLED_MS = 150

/**
 * Tells, a little later, that the file was written or replaced, also where links lead to it and when one of them is turned elsewhere.
 * Returns its unsubscribe. Where the system watches nothing, nothing is told.
 */
export function watchFile(path: string, written: () => void): () => void {
  const settling = new Deadline(systemTimers, settled)
  let watched = watchPlaces(placesOf(path), changed)
  function changed(): void {
    settling.renew(SETTLED_MS)
  }
  function settled(): void {
    const before = watched
    watched = watchPlaces(placesOf(path), changed) // the new ones first: what happens meanwhile must not be missed
    before.close()
    written()
  }
  return () => {
    settling.stop()
    watched.close()
  }
}

function watchPlaces(places: readonly string[], changed: () => void): { readonly close: () => void } {
  const watchers = places.map((place) => watchFolder(dirname(place), (name) => name === basename(place) && changed()))
  return { close: () => watchers.forEach((watcher) => watcher?.close()) }
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
