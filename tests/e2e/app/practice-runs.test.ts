import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp } from '../support/app/app'
import { changeSettings } from '../support/app/change-settings'
import { choose, closedPort, endpointUrl } from '../support/app/endpoints'
import { eventually } from '../support/app/eventually'
import { startRig, type Rig } from '../support/sound/rig'

let rig: Rig
beforeAll(async () => { rig = await startRig() })
afterAll(async () => { await rig.stop() })

const LISTENS = '0A'
const LOOPBACK = /^0100007F:/

function socketsOf(pid: number): readonly string[] {
  const folder = `/proc/${String(pid)}/fd`
  return readdirSync(folder).flatMap((name) => {
    try {
      return /^socket:\[(\d+)\]$/.exec(readlinkSync(`${folder}/${name}`))?.[1] ?? []
    } catch {
      return [] // closed meanwhile
    }
  })
}

/** The places on 127.0.0.1 where the process listens. */
function ports(pid: number): readonly string[] {
  const inodes = new Set(socketsOf(pid))
  const rows = readFileSync('/proc/net/tcp', 'utf8').split('\n').slice(1).map((line) => line.trim().split(/\s+/))
  return rows.flatMap(([, local = '', , state = '', , , , , , inode = '']) => (state === LISTENS && LOOPBACK.test(local) && inodes.has(inode) ? [local] : []))
}

test('the practice endpoint runs while it is chosen, and comes back when it is chosen again', async () => {
  const port = await closedPort()
  const app = await startApp(rig, { settings: { endpoint: { kind: 'custom', url: endpointUrl(port) } }, ready: false })
  const pid = app.electron.process().pid ?? 0
  const never = ports(pid) // Playwright's own doors
  const choosePractice = () => changeSettings(app, { endpoint: { kind: 'practice' } })
  const practicePorts = () => ports(pid).filter((each) => !never.includes(each)).length
  const since = app.trace.now()
  await choosePractice()
  await app.trace.untilReady({ since })
  const chosen = practicePorts()
  await choose(app, endpointUrl(port), 'waiting')
  await eventually(practicePorts, 15_000).toBe(0)
  const again = app.trace.now()
  await choosePractice()
  await app.trace.untilReady({ since: again })
  expect({ chosen, again: practicePorts() }).toEqual({ chosen: 1, again: 1 })
  await app.close()
})
