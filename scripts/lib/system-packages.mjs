import { toolEnvironment } from './environment.mjs'
import { run } from './run.mjs'
import { Stop } from './stop.mjs'

/** The libraries the app needs to run. Some are looked up only at run time: sound (libpulse0), notifications, keychain. */
const APP = [
  'libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libdrm2', 'libatk-bridge2.0-0', 'libatspi2.0-0', 'libcups2', 'libxkbcommon0', 'libxss1',
  'libxtst6', 'libxt6', 'libnotify4', 'libpulse0', 'libsecret-1-0',
]
/** A screen, a keyboard, a keychain, sound, a voice and a login manager for the tests and the demo. */
const RIG = [
  'xvfb', 'xdotool', 'dbus', 'gnome-keyring', 'pulseaudio', 'pulseaudio-utils', 'sox', 'espeak-ng', 'fonts-dejavu-core', 'libgl1-mesa-dri',
  'python3-dbusmock', 'libglib2.0-bin',
]
const SETS = { app: APP, rig: [...APP, ...RIG] }

/** Newer releases renamed some libraries when their time type grew to 64 bits. */
const RENAMED = /** @type {const} */ ('t64')
const PROBE_LIMIT_MS = 30_000
const SAY_NO_MS = 5_000

/** @param {string} command @param {readonly string[]} args */
const works = async (command, args) => (await run(command, args, { capture: true, limitMs: PROBE_LIMIT_MS })).code === 0

/** @param {readonly string[]} names */
const namesHere = (names) =>
  Promise.all(names.map(async (name) => (name.startsWith('lib') && (await works('apt-cache', ['show', name + RENAMED])) ? name + RENAMED : name)))

/**
 * On Debian and its kin, makes sure the system packages are there: as root by installing them, else by saying how. Elsewhere the names
 * are others, so nothing is checked.
 * @param {keyof typeof SETS} set
 */
export async function ensureSystemPackages(set) {
  if (process.platform !== 'linux' || !(await works('dpkg-query', ['--version']))) return
  const missing = await missingOf(SETS[set])
  if (missing.length === 0) return
  if (process.getuid?.() === 0) await install(missing)
  else throw new Stop(`Some system packages are missing; install them and run the same command again:\n  sudo apt-get install ${(await namesHere(missing)).join(' ')}`)
}

/** @param {readonly string[]} names */
async function missingOf(names) {
  const { stdout } = await run('dpkg-query', ['--show', '--showformat=${db:Status-Abbrev}${Package}\\n'], { capture: true, limitMs: PROBE_LIMIT_MS })
  const installed = new Set(stdout.split('\n').filter((line) => line.startsWith('ii')).map((line) => line.slice(2).trim()))
  return names.filter((name) => !installed.has(name) && !installed.has(name + RENAMED))
}

/** @param {readonly string[]} missing */
async function install(missing) {
  console.log(`These system packages are missing: ${missing.join(' ')}. You are root, so apt-get is asked for them …`)
  const env = { ...toolEnvironment(), DEBIAN_FRONTEND: 'noninteractive' }
  const quietly = async (/** @type {string[]} */ args) => {
    const { code, stderr } = await run('apt-get', ['-qq', '-o', 'Acquire::Retries=3', '-o', 'DPkg::Lock::Timeout=120', ...args], { env, capture: true })
    if (code !== 0) throw new Stop(`apt-get ${args[0] ?? ''} did not work; do what it asks for and run the same command again:\n${stderr.trim()}`)
  }
  await quietly(['update'])
  const wanted = ['--no-install-recommends', ...(await namesHere(missing))]
  await announce(await wouldInstall(wanted, env))
  await quietly(['install', '--yes', ...wanted])
}

/** All that apt-get would bring or change, with what the packages need themselves. @param {readonly string[]} wanted @param {NodeJS.ProcessEnv} env */
async function wouldInstall(wanted, env) {
  const { stdout } = await run('apt-get', ['install', '--simulate', ...wanted], { env, capture: true, limitMs: PROBE_LIMIT_MS })
  return stdout.split('\n').flatMap((line) => /^(?:Inst|Remv) (\S+)/.exec(line)?.[1] ?? [])
}

/** Whoever sits at a terminal has a moment to say no. @param {readonly string[]} names */
async function announce(names) {
  const isWatched = process.stdout.isTTY && !process.env['CI']
  console.log(`apt-get will now install, as root, ${String(names.length)} packages: ${names.join(' ')}.${isWatched ? ` Ctrl+C within ${String(SAY_NO_MS / 1_000)} s stops it.` : ''}`)
  if (isWatched) await new Promise((resolve) => setTimeout(resolve, SAY_NO_MS))
}
