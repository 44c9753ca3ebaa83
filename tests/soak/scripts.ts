import { parseArgs } from 'node:util'
import { run } from '../../scripts/lib/run.mjs'

const HELP = `Hostile servers and a restless person: the long form of tests/integration/talk/random-scripts.test.ts.

  npm run soak:scripts -- [options]

  --count N   scripts (2000)
  --seed N    of the first one; each script has the next (the time, unless given)`

const { values } = parseArgs({ options: { count: { type: 'string', default: '2000' }, seed: { type: 'string', default: String(Date.now() % 1_000_000) }, help: { type: 'boolean', default: false } } })

async function soak(): Promise<number> {
  const env = { ...process.env, PARLEY_SCRIPTS: values.count, PARLEY_SEED: values.seed }
  return (await run('vitest', ['run', '--project', 'integration', 'tests/integration/talk/random-scripts.test.ts'], { env })).code
}

if (values.help) console.log(HELP)
else process.exitCode = await soak()
