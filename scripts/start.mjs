import './lib/node-version.mjs'
import { apiKey } from './lib/environment.mjs'
import { spawn } from 'node:child_process'
import { runtimeEnv, sandboxSwitches } from './lib/electron-runtime.mjs'
import { ROOT } from './lib/paths.mjs'
import { prepare } from './lib/prepare.mjs'
import { runScript } from './lib/stop.mjs'

/** How long the app may take to close its windows and files after Ctrl+C. */
const QUIT_LIMIT_MS = 5_000

await runScript(async () => {
  const args = process.argv.slice(2)
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
    console.log('There is no display here, so this runs the demo instead: the same app on a screen, microphone and loudspeaker of its own.')
    await import('./demo.mjs') // in this process, which has the key that the environment has no more
    return Number(process.exitCode ?? 0)
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
  if (apiKey !== null) switches.push('--secrets-on-stdin')
  const env = { ...process.env, ...runtimeEnv(runtime) } // a program of the desktop, unlike the tools: it gets all of it but the key
  // Out of the terminal's process group: Electron quits in order on the first Ctrl+C and dies on a second, and would get ours and the terminal's.
  const app = spawn(runtime.executable, [...switches, ROOT, ...args], { stdio: [apiKey === null ? 'inherit' : 'pipe', 'inherit', 'inherit'], env, detached: process.platform !== 'win32' })
  app.stdin?.end(`OPENAI_API_KEY=${apiKey}\n`)
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
