import { homedir } from 'node:os'
import { join } from 'node:path'

/** The repository's folder. */
export const ROOT = join(import.meta.dirname, '..', '..')

/** What several clones share: the pinned runtime and what was learned about the network. Never anything of the user's. */
export const CACHE = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'parley')
