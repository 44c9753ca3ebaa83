import './lib/node-version.mjs'
import { apiKey } from './lib/environment.mjs'
import { ensureDependencies } from './lib/dependencies.mjs'
import { prepare } from './lib/prepare.mjs'
import { runScript, Stop } from './lib/stop.mjs'

await runScript(async () => {
  if (process.platform !== 'linux') throw new Stop('The demo brings its own screen, microphone and loudspeaker, and those exist only for Linux: run "npm start" here instead.')
  await ensureDependencies()
  // Only now: on a fresh clone tsx was not there a moment ago.
  const { register } = await import('tsx/esm/api')
  register()
  const { HELP, readCommandLine } = await import('./demo/command-line.ts')
  const options = readCommandLine(process.argv.slice(2), apiKey)
  if (options === 'help') return console.log(HELP)
  const { runDemo } = await import('./demo/demo.ts')
  return runDemo(options, () => prepare({ packages: 'rig' }))
})
