import { defineConfig } from 'vitest/config'

const project = (name: string, timeoutMs: number) => ({
  test: { name, include: [`tests/${name}/**/*.test.ts`], testTimeout: timeoutMs, hookTimeout: timeoutMs },
})

/** Unit and contract tests are pure; integration tests open loopback sockets; e2e tests drive the real Electron, one file at a time. */
export default defineConfig({
  test: {
    projects: [
      project('unit', 10_000),
      project('contract', 30_000),
      project('integration', 60_000),
      { test: { ...project('e2e', 120_000).test, fileParallelism: false, maxWorkers: 1 } },
    ],
  },
})
