import { defineConfig } from 'vitest/config'

const project = (name: string, timeoutMs: number) => ({
  name, include: [`tests/${name}/**/*.test.ts`], testTimeout: timeoutMs, hookTimeout: timeoutMs,
})

const ALONE = 'tests/e2e/**/*.alone.test.ts'

/** Vitest's own choice leaves one core idle, which on two cores is half the machine. */
const ALL_CORES = '100%'

/**
 * Unit and contract tests are pure, so the files of a worker share their modules: a process for each file costs more than its tests.
 * Integration tests open loopback sockets. E2e tests drive the real Electron, each file in a desktop of its own; they mostly wait for
 * sound, so two at a time fit two cores. On more cores still two: each talks in real time. Those that compare times in one run have the
 * machine for themselves: whoever runs beside them would slow one of the two that are compared. No bound here is a check: a machine
 * that does other work, too, may need ten times as long.
 */
export default defineConfig({
  test: {
    projects: [
      // electron-store imports Electron, whose package would fetch a binary that no unit test wants.
      { test: { ...project('unit', 60_000), maxWorkers: ALL_CORES, isolate: false, env: { ELECTRON_OVERRIDE_DIST_PATH: 'none' } } },
      { test: { ...project('contract', 60_000), maxWorkers: ALL_CORES } },
      { test: { ...project('integration', 60_000), maxWorkers: ALL_CORES } },
      // A group of its own: vitest wants one number of workers in a group.
      { test: { ...project('e2e', 120_000), exclude: [ALONE], maxWorkers: 2, sequence: { groupOrder: 1 } } },
      { test: { ...project('e2e-alone', 120_000), include: [ALONE], maxWorkers: 1, sequence: { groupOrder: 2 } } },
    ],
  },
})
