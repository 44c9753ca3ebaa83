import { parseArgs } from 'node:util'
import { ensureBuilt } from '../../scripts/lib/app-build.mjs'
import { run } from '../../scripts/lib/run.mjs'

const HELP = `Restless hands at the keyboard: the long form of tests/e2e/talk/random-keys.test.ts.

  npm run soak:keys -- [options]

  --count N   sequences of keys (200)
  --seed N    the time, unless given`

const { values } = parseArgs({ options: { count: { type: 'string', default: '200' }, seed: { type: 'string', default: String(Date.now() % 1_000_000) }, help: { type: 'boolean', default: false } } })

async function soak(): Promise<number> {
  await ensureBuilt()
  const env = { ...process.env, PARLEY_SEQUENCES: values.count, PARLEY_SEED: values.seed }
  return (await run('vitest', ['run', '--project', 'e2e', 'tests/e2e/talk/random-keys.test.ts'], { env })).code
}

if (values.help) console.log(HELP)
else process.exitCode = await soak()
