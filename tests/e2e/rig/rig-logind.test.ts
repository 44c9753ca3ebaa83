import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findElectronRuntime, sandboxSwitches } from '../../../scripts/lib/electron-runtime.mjs'
import { startRig, type Rig } from '../support/sound/rig'
import { until } from '../support/app/until'

const FIXTURE = join(import.meta.dirname, '..', 'fixtures', 'logind-app')

let rig: Rig
beforeAll(async () => { rig = await startRig({ keychain: 'none', logind: true }) })
afterAll(async () => { await rig.stop() })

test('a real app in the rig sees the computer fall asleep and wake up', async () => {
  const { executable } = await findElectronRuntime({ say: () => undefined })
  const app = spawn(executable, [...sandboxSwitches(), FIXTURE], { env: rig.env, stdio: ['pipe', 'pipe', 'ignore'] })
  const seen: string[] = []
  createInterface({ input: app.stdout }).on('line', (line) => seen.push(line))
  const saw = (fact: object) => () => Promise.resolve(seen.includes(JSON.stringify(fact)))
  await until('an app that listens', async () => (await saw({ ready: true })()) && (await rig.logind.inhibitors()).includes("'sleep'"))

  await rig.logind.suspend()
  await until('suspend', saw({ power: 'suspend' }))
  await rig.logind.lock()
  await rig.logind.unlock()
  await rig.logind.resume()
  await until('resume', saw({ power: 'resume' }))
  app.stdin.end()
  await once(app, 'exit')

  // Electron 33 tells each of them twice, and nothing of the lock; a later one may.
  const sleepOnly = seen.filter((fact) => !fact.includes('lock-screen'))
  expect([...new Set(sleepOnly)]).toEqual([{ ready: true }, { power: 'suspend' }, { power: 'resume' }].map((fact) => JSON.stringify(fact)))
})

test('a rig without a login manager never touches the machine’s', async () => {
  const plain = await startRig({ keychain: 'none' })
  await expect(plain.logind.lock()).rejects.toThrow('no login manager').finally(plain.stop)
})
