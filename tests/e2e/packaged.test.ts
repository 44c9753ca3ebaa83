import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sandboxSwitches } from '../../scripts/lib/electron-runtime.mjs'
import { goodTurn, prepareSpeech } from './support/outcome'
import { startRig, type Rig } from './support/rig'
import { Trace } from './support/trace'

const ROOT = join(import.meta.dirname, '..', '..')
const PACKAGE_LIMIT_MS = 110_000
/** A fuse is one character in the binary; its reader does not export the name of this one. */
const ENABLED = '1'.charCodeAt(0)

let rig: Rig
let out: string
let app: ChildProcess | null = null
const unpacked = () => join(out, 'linux-unpacked')
const resources = () => join(unpacked(), 'resources')
const binary = () => join(unpacked(), 'parley')

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'parley-packaged-'))
  const args = [join(ROOT, 'scripts', 'package.mjs'), '--test-build', '--out', out]
  await Promise.all([promisify(execFile)(process.execPath, args, { cwd: ROOT, timeout: PACKAGE_LIMIT_MS }), startRig().then((started) => { rig = started })])
  await prepareSpeech(rig)
})
afterAll(async () => {
  app?.kill('SIGKILL')
  await rm(out, { recursive: true, force: true })
  await rig.stop()
})

test('it is marked as a test build, its sources are in the asar, its native modules beside it', async () => {
  const files = await readdir(join(resources(), 'app.asar.unpacked'), { recursive: true })
  const modules = files.filter((name) => name.endsWith('.node')).map((name) => name.split('/')[1]).sort()
  expect({
    marked: existsSync(join(resources(), 'TEST-BUILD')),
    asar: existsSync(join(resources(), 'app.asar')),
    loose: existsSync(join(resources(), 'app')),
    modules: new Set(modules),
  }).toEqual({ marked: true, asar: true, loose: false, modules: new Set(['@photostructure', 'keytar', 'uiohook-napi']) })
})

test('its fuses are blown as the configuration names them', async () => {
  const wire = await getCurrentFuseWire(binary())
  const on = (fuse: FuseV1Options) => Number(wire[fuse]) === ENABLED
  expect({
    runAsNode: on(FuseV1Options.RunAsNode),
    nodeOptions: on(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
    inspect: on(FuseV1Options.EnableNodeCliInspectArguments),
    asarIntegrity: on(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
    onlyAsar: on(FuseV1Options.OnlyLoadAppFromAsar),
    cookies: on(FuseV1Options.EnableCookieEncryption),
    filePrivileges: on(FuseV1Options.GrantFileProtocolExtraPrivileges),
  }).toEqual({ runAsNode: false, nodeOptions: false, inspect: false, asarIntegrity: true, onlyAsar: true, cookies: true, filePrivileges: false })
})

test('it starts, completes a practice turn, and leaves when told', async () => {
  const trace = new Trace(join(rig.folder, 'trace'))
  const switches = [...sandboxSwitches(), `--user-data-dir=${join(rig.folder, 'app')}`, `--trace-dir=${trace.folder}`]
  const running = spawn(binary(), switches, { env: rig.env, stdio: 'ignore' })
  app = running
  await trace.untilReady()
  await goodTurn(rig, { trace })
  const exited = once(running, 'exit')
  running.kill('SIGTERM')
  const [code] = await exited
  expect({ code, notices: trace.marks('notice') }).toEqual({ code: 0, notices: [] })
})
