import { realpath } from 'node:fs/promises'
import { relative, sep } from 'node:path'
import { subscribe } from '@parcel/watcher'
import { errorTrace } from '../../../shared/errors/error-trace'
import { Deadline } from '../../platform/deadline'
import type { Logger, Timers } from '../../platform/ports'
import type { FolderWatch } from '../core/ports'

/** A program that unpacks or copies writes one file after the other: it is let end. */
const GATHER_MS = 700
/** Waited for no longer, though it goes on. */
const MOST_MS = 5_000
/** More are told as "anything". */
const MOST_PATHS = 200
/** What cannot be watched (a network drive, no more watches left) is looked at so often. */
const LOOK_EACH_MS = 600_000
const IGNORED = ['**/node_modules/**', '**/.*/**']

class Gathered {
  private paths: Set<string> | null = new Set()
  private since: number | null = null
  private readonly waiting: Deadline

  constructor(
    private readonly timers: Timers,
    private readonly changed: (paths: readonly string[] | null) => void,
  ) {
    this.waiting = new Deadline(timers, () => this.tell())
  }

  add(paths: readonly string[] | null): void {
    for (const path of paths ?? []) this.paths?.add(path)
    if (paths === null || (this.paths?.size ?? 0) > MOST_PATHS) this.paths = null
    this.since ??= this.timers.now()
    this.waiting.renew(Math.max(0, Math.min(GATHER_MS, this.since + MOST_MS - this.timers.now())))
  }

  stop(): void {
    this.waiting.stop()
  }

  private tell(): void {
    const paths = this.paths === null ? null : [...this.paths]
    this.paths = new Set()
    this.since = null
    this.changed(paths)
  }
}

/** In main, because the library can be loaded once in a process; it works in threads of its own. */
export const createFolderWatch = (timers: Timers, logger: Logger): FolderWatch => ({
  watch: ({ path }, changed) => {
    const gathered = new Gathered(timers, changed)
    const looking = new Deadline(timers, () => {
      changed(null)
      looking.start(LOOK_EACH_MS)
    })
    let stopped = false
    const subscribed = subscribeTo(path, gathered).catch((cause: unknown) => {
      logger.warn('folder not watched', { cause: errorTrace(cause) })
      if (!stopped) looking.start(LOOK_EACH_MS)
      return null
    })
    return () => {
      stopped = true
      looking.stop()
      gathered.stop()
      void subscribed.then((subscription) => subscription?.unsubscribe())
    }
  },
})

async function subscribeTo(path: string, gathered: Gathered) {
  const root = await realpath(path)
  return subscribe(
    root,
    (error, events) => {
      if (error === null) gathered.add(events.map((event) => relative(root, event.path).split(sep).join('/')))
      else gathered.add(null)
    },
    { ignore: IGNORED },
  )
}
