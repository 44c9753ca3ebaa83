import { expect } from 'vitest'

/** Vitest's own second is short for a machine that runs other things, too. */
const LIMIT_MS = 5_000

/** What `look` sees comes to be as expected. */
export const eventually = <T>(look: () => T, timeout = LIMIT_MS) => expect.poll(look, { timeout })
