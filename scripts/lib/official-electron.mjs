import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { toolEnvironment } from './environment.mjs'
import { CACHE, ROOT } from './paths.mjs'
import { run } from './run.mjs'

const PACKAGE = join(ROOT, 'node_modules', 'electron')
const REMEMBER_MS = 24 * 60 * 60_000
/** How a network says no. Anything else, a wrong checksum above all, is never a reason to take another source. */
const UNREACHABLE = /fetch failed|ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|UND_ERR|Response code (403|407|502|503|504)/

/** @param {string} path */
const ageMs = (path) => stat(path).then(({ mtimeMs }) => Date.now() - mtimeMs, () => Infinity)

/**
 * @typedef {object} Official
 * @property {'found' | 'unreachable' | 'failed'} outcome
 * @property {string} version
 * @property {string} dir
 * @property {string} reason what the installer said last
 */

/**
 * The binary that belongs to the electron package: installed, or downloaded (and checked) by the package's own installer.
 * @param {{ limitMs: number, remember: boolean, say: (line: string) => void }} options
 *   `remember`: an unreachable host is not asked again for a day
 * @returns {Promise<Official>}
 */
export async function officialElectron({ limitMs, remember, say }) {
  const { version } = JSON.parse(await readFile(join(PACKAGE, 'package.json'), 'utf8'))
  const result = { version, dir: join(PACKAGE, 'dist'), reason: '' }
  const marker = join(CACHE, `electron-${version}-unreachable`)
  if (await isInstalled(version)) return { ...result, outcome: 'found' }
  if (remember && (await ageMs(marker)) < REMEMBER_MS) return { ...result, outcome: 'unreachable' }

  say(`Downloading Electron ${version} (at most ${String(limitMs / 1_000)} s) …`)
  const { code, stderr } = await run(process.execPath, [join(PACKAGE, 'install.js')], { env: installerEnv(), limitMs, capture: true })
  if (code === 0 && (await isInstalled(version))) {
    await rm(marker, { force: true })
    return { ...result, outcome: 'found' }
  }
  const outcome = code === 124 || UNREACHABLE.test(stderr) ? 'unreachable' : 'failed'
  if (outcome === 'unreachable') await leaveMarker(marker)
  return { ...result, outcome, reason: stderr.trim().split('\n')[0] ?? '' }
}

/** The installer takes this variable for the place to install to, which here would be somebody else's folder. */
function installerEnv() {
  const env = toolEnvironment()
  delete env['ELECTRON_OVERRIDE_DIST_PATH']
  return env
}

/** @param {string} version */
async function isInstalled(version) {
  const installed = await readFile(join(PACKAGE, 'dist', 'version'), 'utf8').catch(() => '')
  return installed.replace(/^v/, '').trim() === version && existsSync(join(PACKAGE, 'path.txt'))
}

/** @param {string} marker */
async function leaveMarker(marker) {
  await mkdir(CACHE, { recursive: true })
  await writeFile(marker, 'Delete this file to try the download again before a day has passed.\n')
}
