import './lib/node-version.mjs'
import './lib/environment.mjs'
import { parseArgs } from 'node:util'
import { ensureBuilt } from './lib/app-build.mjs'
import { ensureDependencies } from './lib/dependencies.mjs'
import { findElectronRuntime, runtimeEnv } from './lib/electron-runtime.mjs'
import { runScript, Stop } from './lib/stop.mjs'
import { ensureSystemPackages } from './lib/system-packages.mjs'
import { isCheck, STEPS } from './lib/test-steps.mjs'

await runScript(async () => {
  if (process.env['CI']) bePlain(process.env)
  const names = chosenSteps()
  await prepareFor(names)
  const tallies = await Promise.all(names.filter(isCheck).map(checked))
  for (const name of names.filter((each) => !isCheck(each))) tallies.push(await tested(name))
  for (const failure of tallies.flatMap(({ failures = [] }) => failures)) console.log(`FAILED ${failure}`)
  const sum = (/** @type {'passed' | 'failed' | 'skipped'} */ of) => tallies.reduce((so, tally) => so + tally[of], 0)
  const total = { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') }
  console.log(inWords(total))
  return total.failed === 0 ? 0 : 1
})

/** For a log file rather than a terminal. @param {NodeJS.ProcessEnv} env */
function bePlain(env) {
  delete env['FORCE_COLOR']
  env['NO_COLOR'] = '1'
}

/** Only what the steps need: linting wants no sound server. @param {readonly string[]} names */
async function prepareFor(names) {
  if (names.includes('e2e')) await ensureSystemPackages('rig')
  await ensureDependencies()
  if (names.includes('e2e')) Object.assign(process.env, runtimeEnv(await findElectronRuntime()))
}

/** Says all it has to say at its end and in one piece, because others run at the same time. @param {string} name */
async function checked(name) {
  const start = performance.now()
  const { output = '', ...tally } = await outcome(name)
  console.log([`\n── ${name}`, ...(output === '' ? [] : [output]), lastLine(name, tally, start)].join('\n'))
  return tally
}

/** Shows what it does while it does it. @param {string} name */
async function tested(name) {
  console.log(`\n── ${name}`)
  const start = performance.now()
  const tally = await outcome(name)
  console.log(lastLine(name, tally, start))
  return tally
}

/** @param {string} name @param {import('./lib/test-steps.mjs').Tally} tally @param {number} start */
function lastLine(name, tally, start) {
  return `── ${name}: ${inWords(tally)} (${((performance.now() - start) / 1_000).toFixed(1)} s)`
}

/** @param {string} name @returns {Promise<import('./lib/test-steps.mjs').Outcome>} */
async function outcome(name) {
  try {
    // Never against yesterday's build: it would prove nothing about these sources.
    if (name === 'e2e') await ensureBuilt()
    return (await STEPS[name]?.()) ?? { passed: 0, failed: 1, skipped: 0 }
  } catch (error) {
    console.error(error instanceof Stop ? error.message : error)
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

function chosenSteps() {
  const { only } = parseArgs({ options: { only: { type: 'string' } } }).values
  const known = Object.keys(STEPS)
  const names = only?.split(',') ?? known
  const unknown = names.find((name) => !known.includes(name))
  if (unknown !== undefined) throw new Stop(`There is no step "${unknown}": choose from ${known.join(', ')}.`)
  return names
}

/** @param {import('./lib/test-steps.mjs').Tally} tally */
function inWords({ passed, failed, skipped }) {
  return `${String(passed)} passed, ${String(failed)} failed, ${String(skipped)} skipped`
}
