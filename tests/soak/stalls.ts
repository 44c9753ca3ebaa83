import { type ChildProcess, spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureBuilt } from '../../scripts/lib/app-build.mjs'
import { run } from '../../scripts/lib/run.mjs'

const HELP = `The tests on a machine that stands still now and then: every 1 to 4 s each core is taken from everybody for up to WORST ms.
What fails here and nowhere else waits for time where it should wait for a condition, or the app does.

  npm run soak:stalls -- [options] [files]

  --worst N   ms that a core is taken at most (600); who may not raise priorities stalls less
  files       of end-to-end and integration tests (all of them)`

const { values, positionals } = parseArgs({ options: { worst: { type: 'string', default: '600' }, help: { type: 'boolean', default: false } }, allowPositionals: true })

const hog = (): ChildProcess => spawn(process.execPath, [join(import.meta.dirname, 'stall-core.mjs'), values.worst], { stdio: ['pipe', 'inherit', 'inherit'] })

/** Resolves with the exit code. */
async function soak(): Promise<number> {
  await ensureBuilt()
  const hogs = Array.from({ length: availableParallelism() }, hog)
  try {
    return (await run('vitest', ['run', '--project', 'integration', '--project', 'e2e', ...positionals])).code
  } finally {
    for (const each of hogs) each.kill()
  }
}

if (values.help) console.log(HELP)
else process.exitCode = await soak()
