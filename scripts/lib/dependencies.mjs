import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ROOT } from './paths.mjs'
import { npm } from './run.mjs'
import { Stop } from './stop.mjs'

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, peer?: boolean }} Locked */
/** @typedef {Record<string, Locked>} Packages */

/**
 * Installs what the lock file says, if it is not what is there. No install scripts: everything native comes as a prebuilt file inside
 * its package, and Electron's binary is fetched by electron-runtime. Warnings are hidden: they are about the Node versions that tools
 * ask for, and nobody who starts the app can do anything about them.
 */
export async function ensureDependencies() {
  if (await matchesLock()) return
  console.log('Installing the npm packages …')
  const { code } = await npm(['ci', '--ignore-scripts', '--loglevel=error'], { cwd: ROOT })
  if (code !== 0) throw new Stop('The npm packages could not be installed: npm says why above; check the network and run the same command again.')
}

const isOptional = (/** @type {Locked} */ { optional, devOptional, peer }) => Boolean(optional || devOptional || peer)

/** @param {string} file @returns {Promise<Packages | undefined>} */
const packagesIn = (file) => readFile(join(ROOT, file), 'utf8').then((text) => JSON.parse(text).packages, () => undefined)

/** Compared by content, because a checkout makes every file new. */
async function matchesLock() {
  const [wanted, present] = await Promise.all(['package-lock.json', 'node_modules/.package-lock.json'].map(packagesIn))
  if (wanted === undefined || present === undefined) return false
  const isThere = (/** @type {[string, Locked]} */ [path, { version, integrity }]) =>
    present[path]?.version === version && present[path]?.integrity === integrity
  // Packages for other platforms are in the lock file and not on the disk.
  return Object.entries(wanted).filter(([path, locked]) => path !== '' && (path in present || !isOptional(locked))).every(isThere)
}
