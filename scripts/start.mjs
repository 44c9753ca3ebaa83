import './lib/node-version.mjs'
import { spawn } from 'node:child_process'
import { runtimeEnv, sandboxSwitches } from './lib/electron-runtime.mjs'
import { ROOT } from './lib/paths.mjs'
import { prepare } from './lib/prepare.mjs'
import { run } from './lib/run.mjs'
import { runScript } from './lib/stop.mjs'

/** How long the app may take to close its windows and files after Ctrl+C. */
const QUIT_LIMIT_MS = 5_000

await runScript(async () => {
  const args = process.argv.slice(2)
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
    console.log('There is no display here, so this runs the demo instead: the same app on a screen, microphone and loudspeaker of its own.')
    // Ctrl+C reaches the demo too, which tidies up; this only waits for it.
    process.on('SIGINT', () => undefined)
    return (await run(process.execPath, ['scripts/demo.mjs', ...args], { cwd: ROOT })).code
  }
  return open(await prepare({ packages: 'app' }), args)
})

/**
 * @param {import('./lib/electron-runtime.mjs').ElectronRuntime} runtime
 * @param {readonly string[]} args
 * @returns {Promise<number>}
 */
function open(runtime, args) {
  const switches = sandboxSwitches()
  if (switches.length > 0) console.log('You are root, so Chromium runs without its sandbox; as an ordinary user it is on.')
  // Every child of Chromium inherits the environment, so a key in ours is taken out of it and handed over in private.
  const { OPENAI_API_KEY: secret, ...inherited } = process.env
  if (secret) switches.push('--secrets-on-stdin')
  const env = { ...inherited, ...runtimeEnv(runtime) }
  // Out of the terminal's process group: Electron quits in order on the first Ctrl+C and dies on a second, and would get ours and the terminal's.
  const app = spawn(runtime.executable, [...switches, ROOT, ...args], { stdio: [secret ? 'pipe' : 'inherit', 'inherit', 'inherit'], env, detached: process.platform !== 'win32' })
  app.stdin?.end(`OPENAI_API_KEY=${secret}\n`)
  const quit = (/** @type {NodeJS.Signals} */ signal) => {
    app.kill(signal)
    setTimeout(() => app.kill('SIGKILL'), QUIT_LIMIT_MS).unref()
  }
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, quit)
  return new Promise((resolve, reject) => {
    app.once('error', reject)
    app.once('exit', (code) => resolve(code ?? 0))
  })
}
