import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sandboxSwitches } from '../../../scripts/lib/electron-runtime.mjs'
import { runTool } from '../../../scripts/rig/part'
import { startWords } from '../../../src/shared/errors/start-words'
import { goodTurn, prepareSpeech } from '../support/app/outcome'
import { startRig, type Rig } from '../support/sound/rig'
import { Trace } from '../support/app/trace'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const PACKAGE_LIMIT_MS = 110_000
/** A start that is refused takes a second or two; one that is not comes to a window before this. */
const REFUSAL_LIMIT_MS = 40_000
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
    vectors: files.filter((name) => /vec0\.\w+$/.test(name)).length,
  }).toEqual({ marked: true, asar: true, loose: false, modules: new Set(['@parcel', '@photostructure', 'keytar', 'uiohook-napi']), vectors: 1 })
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

interface RefusedStart {
  readonly code: number | null
  /** How often the sentence was said. */
  readonly said: number
  readonly windows: number
}

async function windows(): Promise<number> {
  const ids = await runTool('xdotool', ['search', '--onlyvisible', '--name', '.'], rig.env).catch(() => '')
  return ids.split('\n').filter((id) => id !== '').length
}

/** Looked at for as long as it lives: what was shown and went again was shown. A start that is not refused is killed in the end. */
async function startWith(refused: string): Promise<RefusedStart> {
  const switches = [...sandboxSwitches(), `--user-data-dir=${join(rig.folder, 'refused')}`, refused]
  const before = await windows()
  const started = spawn(binary(), switches, { env: rig.env, stdio: ['ignore', 'ignore', 'pipe'], timeout: REFUSAL_LIMIT_MS, killSignal: 'SIGKILL' })
  app = started
  let told = ''
  started.stderr.setEncoding('utf8').on('data', (text: string) => { told += text })
  const closed = once(started, 'close')
  let most = 0
  while (started.exitCode === null && started.signalCode === null) most = Math.max(most, (await windows()) - before)
  await closed
  return { code: started.exitCode, said: told.split(startWords('opened')).length - 1, windows: most }
}

test.each(['--remote-debugging-port=0', '--inspect', '--disable-web-security'])('started with %s it ends by itself, says why once, and shows nothing', async (refused) => {
  expect(await startWith(refused)).toEqual({ code: 1, said: 1, windows: 0 })
})

test('it starts, completes a practice turn, and leaves when told; what is for developers it does not hear', async () => {
  const trace = new Trace(join(rig.folder, 'trace'))
  const developers = ['--secrets-on-stdin', '--practice-faults=failed-quota'] // it would wait for the end of its input; the answer would fail
  const switches = [...sandboxSwitches(), `--user-data-dir=${join(rig.folder, 'app')}`, `--trace-dir=${trace.folder}`, ...developers]
  const running = spawn(binary(), switches, { env: rig.env, stdio: ['pipe', 'ignore', 'ignore'] })
  app = running
  await trace.untilReady()
  await goodTurn(rig, { trace })
  const exited = once(running, 'exit')
  running.kill('SIGTERM')
  const [code] = await exited
  expect({ code, notices: trace.marks('notice') }).toEqual({ code: 0, notices: [] })
})
