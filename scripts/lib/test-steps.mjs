import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { ROOT } from './paths.mjs'
import { npm, run } from './run.mjs'

/**
 * @typedef {object} Tally
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {readonly string[]} [failures] what failed, each in a few lines: a long log is often read from its end, or cut
 */

/** @typedef {Tally & { output?: string }} Outcome `output` is what has not been shown yet */

/** @typedef {{ status: string, fullName: string, failureMessages: readonly string[] }} TestReport */
/** @typedef {{ name: string, status: string, message: string, assertionResults: readonly TestReport[] }} FileReport */
/** @typedef {{ success: boolean, numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, testResults: readonly FileReport[] }} Report */

const PASSED = { passed: 1, failed: 0, skipped: 0 }
/** Of a failure, in the summary. */
const SHOWN_LINES = 12
const FAILED = { passed: 0, failed: 1, skipped: 0 }

/** A check that is right or wrong as a whole: one npm script, one test. @param {string} script @returns {() => Promise<Outcome>} */
const check = (script) => async () => {
  const { code, stdout, stderr } = await npm(['run', '--silent', script], { cwd: ROOT, capture: true })
  return code === 0 ? { ...PASSED, output: (stdout + stderr).trim() } : { ...FAILED, output: (stdout + stderr).trim(), failures: [script] }
}

/** @param {...string} projects @returns {() => Promise<Tally>} */
const vitest = (...projects) => async () => {
  const folder = await mkdtemp(join(tmpdir(), 'parley-test-'))
  try {
    const report = join(folder, 'report.json')
    const args = ['run', ...projects.flatMap((project) => ['--project', project]), '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const { code } = await run(process.execPath, [join(ROOT, 'node_modules', 'vitest', 'vitest.mjs'), ...args], { cwd: ROOT, env: process.env })
    return tally(code, await readFile(report, 'utf8').then(JSON.parse, () => undefined))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * A file that did not load has no tests to count, and an error outside every test fails no test: each still counts as a failure.
 * A project without a test is one too: nothing was proven.
 * @param {number} code @param {Report | undefined} report @returns {Tally}
 */
export function tally(code, report) {
  if (report === undefined) return FAILED
  const unloaded = report.testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0).length
  const failed = report.numFailedTests + unloaded
  const unexplained = failed === 0 && (code !== 0 || !report.success || report.numPassedTests === 0)
  const failures = unexplained ? ['an error outside every test, or no test at all'] : report.testResults.flatMap(failuresOf)
  return { passed: report.numPassedTests, failed: unexplained ? 1 : failed, skipped: report.numPendingTests + report.numTodoTests, failures }
}

/** @param {FileReport} file @returns {readonly string[]} */
function failuresOf({ name, status, message, assertionResults }) {
  const path = relative(ROOT, name)
  if (status === 'failed' && assertionResults.length === 0) return [`${path}: ${firstLines(message)}`]
  return assertionResults.filter((test) => test.status === 'failed').map((test) => `${path} > ${test.fullName}: ${firstLines(test.failureMessages[0] ?? '')}`)
}

/** @param {string} text */
function firstLines(text) {
  return text.split('\n').slice(0, SHOWN_LINES).join('\n')
}

/** Each busy with one core for itself, and none needs what another makes: they run side by side. @type {Readonly<Record<string, () => Promise<Outcome>>>} */
const CHECKS = { typecheck: check('typecheck'), lint: check('lint'), build: check('build') }

/** @param {string} name */
export const isCheck = (name) => name in CHECKS

/** In this order: what is quick to say no comes first. @type {Readonly<Record<string, () => Promise<Outcome>>>} */
export const STEPS = {
  ...CHECKS,
  unit: vitest('unit'),
  contract: vitest('contract'),
  integration: vitest('integration'),
  e2e: vitest('e2e', 'e2e-alone'),
}
