import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './paths.mjs'
import { npm } from './run.mjs'
import { Stop } from './stop.mjs'

const SOURCES = ['src', 'electron.vite.config.ts', 'package.json', 'tsconfig.base.json']
const OUTPUTS = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html']

/** @param {string} path */
const modifiedAt = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0

/** Builds the app unless what is there is newer than every source. */
export async function ensureBuilt() {
  const newestSource = Math.max(...SOURCES.map((name) => newestIn(join(ROOT, name))))
  const oldestOutput = Math.min(...OUTPUTS.map((name) => modifiedAt(join(ROOT, name))))
  if (oldestOutput > newestSource) return
  console.log('Building the app …')
  const { code } = await npm(['run', '--silent', 'build', '--', '--logLevel', 'warn'], { cwd: ROOT })
  if (code !== 0) throw new Stop('The app could not be built: the reason is above.')
}

/** Folders count too: theirs is the only time that changes when a file is deleted. @param {string} path @returns {number} */
function newestIn(path) {
  const own = modifiedAt(path)
  if (!statSync(path).isDirectory()) return own
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestIn(join(path, name))), own)
}
