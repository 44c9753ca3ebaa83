import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findElectronRuntime, sandboxSwitches } from '../../../scripts/lib/electron-runtime.mjs'
import { goodTurn, prepareSpeech } from '../support/app/outcome'
import { descendantsOf, filesWith, holdsInMemory, showsInProc } from '../support/app/processes'
import { startRig } from '../support/sound/rig'
import { Trace } from '../support/app/trace'

const ROOT = join(import.meta.dirname, '..', '..', '..')

test("a developer's key, handed over on standard input, is in main's memory and in nobody's environment", async () => {
  const rig = await startRig()
  await prepareSpeech(rig)
  const key = `sk-${randomBytes(20).toString('hex')}`
  const inherited = randomBytes(20).toString('hex') // what a key in the environment would look like
  const { executable } = await findElectronRuntime({ say: () => undefined })
  const trace = new Trace(join(rig.folder, 'trace'))
  const switches = [...sandboxSwitches(), '--secrets-on-stdin', `--user-data-dir=${join(rig.folder, 'app')}`, `--trace-dir=${trace.folder}`]
  const app = spawn(executable, [...switches, ROOT], { env: { ...rig.env, CONTROL: inherited }, stdio: ['pipe', 'ignore', 'ignore'] })
  app.stdin.end(`OPENAI_API_KEY=${key}\n`)
  await trace.untilReady()
  await goodTurn(rig, { trace })
  const main = app.pid ?? 0
  const children = descendantsOf(main)
  const everybody = [main, ...children]
  const seen = {
    main: holdsInMemory(main, key),
    children: children.filter((pid) => holdsInMemory(pid, key)),
    inheritance: children.some((pid) => holdsInMemory(pid, inherited)),
    shown: everybody.filter((pid) => showsInProc(pid, key)),
  }
  app.kill('SIGTERM')
  await once(app, 'exit')
  const files = await filesWith(rig.folder, key)
  await rig.stop()
  expect({ ...seen, files }).toEqual({ main: true, children: [], inheritance: true, shown: [], files: [] })
})
