import { ensureBuilt } from './app-build.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { findElectronRuntime } from './electron-runtime.mjs'
import { ensureSystemPackages } from './system-packages.mjs'

/**
 * Everything between a fresh clone and an app that can be opened.
 * @param {{ packages: 'app' | 'rig' }} options what the machine has to offer: enough for the app, or the whole rig
 */
export async function prepare({ packages }) {
  await ensureSystemPackages(packages)
  await ensureDependencies()
  const runtime = await findElectronRuntime()
  await ensureBuilt()
  return runtime
}
