import { spawnSync } from 'node:child_process'

/** The seeded presses into a slow tool, 200 of them (or as many as said). */
const [runs = '200'] = process.argv.slice(2)
const { status } = spawnSync('npx', ['vitest', 'run', '--project', 'integration', 'tests/integration/tools/barge-in.test.ts'], { stdio: 'inherit', env: { ...process.env, PARLEY_TOOL_RUNS: runs } })
process.exitCode = status ?? 1
