import { spawnSync } from 'node:child_process'

/** The seeded presses into a slow tool, 200 of them (or as many as said), and half as many cuts between a call and its answer. */
const [runs = '200'] = process.argv.slice(2)
const { status } = spawnSync('npx', ['vitest', 'run', '--project', 'integration', 'tests/integration/tools/barge-in.test.ts', 'tests/integration/tools/cuts.test.ts'], { stdio: 'inherit', env: { ...process.env, PARLEY_TOOL_RUNS: runs } })
process.exitCode = status ?? 1
