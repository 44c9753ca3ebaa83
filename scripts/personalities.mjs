import { spawnSync } from 'node:child_process'

/** The table of servers and cases: `npm run personalities [-- NAME,NAME]`. */
const [wanted = 'all'] = process.argv.slice(2)
const args = ['vitest', 'run', '--project', 'integration', 'tests/integration/providers/personalities.test.ts', '--reporter', 'verbose']
const { status } = spawnSync('npx', args, { stdio: 'inherit', shell: process.platform === 'win32', env: { ...process.env, PARLEY_PERSONALITIES: wanted } })
process.exit(status ?? 1)
