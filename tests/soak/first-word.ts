import { parseArgs } from 'node:util'
import { ensureBuilt } from '../../scripts/lib/app-build.mjs'
import { run } from '../../scripts/lib/run.mjs'

const HELP = `From when on the first word is heard: the long form of tests/e2e/talk/first-word.alone.test.ts.

  npm run measure:first-word -- [options]

  --clicks N   around the talk key, with a cold microphone and with one kept ready (200)`

const { values } = parseArgs({ options: { clicks: { type: 'string', default: '200' }, help: { type: 'boolean', default: false } } })

async function measure(): Promise<number> {
  await ensureBuilt()
  return (await run('vitest', ['run', '--project', 'e2e-alone', 'tests/e2e/talk/first-word.alone.test.ts'], { env: { ...process.env, PARLEY_CLICKS: values.clicks } })).code
}

if (values.help) console.log(HELP)
else process.exitCode = await measure()
