import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { exitCode, type Part, type RigEnv, runTool, startPart } from '../../../scripts/rig/part'
import { startSound } from '../../../scripts/rig/sound'
import { OneChannelSources } from '../../../src/main/sound/adapters/one-channel-source'
import { pulseDevices } from '../../../src/main/sound/adapters/pulse-devices'
import { type DevicePreference, SYSTEM_MICROPHONE } from '../../../src/shared/audio/sound-settings'
import { descendantsOf } from '../../e2e/support/app/processes'

/** A PulseAudio with an audio interface of eight channels, which have numbers and no sides. */
const MAP = Array.from({ length: 8 }, (_, at) => `aux${String(at)}`).join(',')
const LABEL = 'Big "8" Interface'
const INTERFACE = ['module-null-sink', 'norewinds=1', 'sink_name=air', 'channels=8', `channel_map=${MAP}`]
const PLUG = ['module-remap-source', 'master=air.monitor', 'source_name=eight', 'channels=8', `channel_map=${MAP}`, `source_properties='device.description="Big \\"8\\" Interface"'`]
const STAND_IN = 'Big 8 Interface (one channel)'
const PATIENT = { timeout: 10_000, interval: 50 }
const CHOSEN: DevicePreference = { followSystem: false, preferred: [{ id: '', label: LABEL }] }

let folder: string
let env: RigEnv
let server: Part

const load = async (...module: string[]): Promise<string> => (await runTool('pactl', ['load-module', ...module], env)).trim()
const unload = (module: string): Promise<string> => runTool('pactl', ['unload-module', module], env)
const sources = async (): Promise<readonly { readonly name: string; readonly description: string; readonly owner_module: number }[]> => JSON.parse(await runTool('pactl', ['-f', 'json', 'list', 'sources'], env))
const standIns = async () => (await sources()).filter(({ name }) => name.startsWith('parley.'))
const untilStandIns = (labels: readonly string[]) => vi.waitFor(async () => expect((await standIns()).map(({ description }) => description)).toEqual(labels), PATIENT)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-one-channel-'))
  env = { PATH: process.env['PATH'] ?? '', HOME: folder, XDG_RUNTIME_DIR: folder, PULSE_SERVER: `unix:${folder}/native` }
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
  server = await startSound(folder, env)
  await load(...INTERFACE)
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await server.stop()
  await rm(folder, { recursive: true, force: true })
})

test('while it is chosen, or the default of the system, it has one stand-in, however often one looks; then none, and nothing is left', async () => {
  const plug = await load(...PLUG)
  const wish = { now: SYSTEM_MICROPHONE as DevicePreference }
  const devices = pulseDevices('linux')
  const evaluate = async () => {
    const { microphone, oneChannel } = await devices.read(() => wish.now)
    return { microphone, oneChannel }
  }
  const oneChannel = [{ label: LABEL, standIn: STAND_IN }]
  const unwished = await evaluate()
  await untilStandIns([])
  wish.now = CHOSEN
  await Promise.all([evaluate(), evaluate(), evaluate()])
  await untilStandIns([STAND_IN])
  const wished = await evaluate()
  await runTool('pactl', ['set-default-source', 'parley.eight'], env)
  const itself = await evaluate()
  await runTool('pactl', ['set-default-source', 'eight'], env)
  wish.now = SYSTEM_MICROPHONE
  const asDefault = await evaluate()
  await untilStandIns([STAND_IN])
  await unload(plug) // pulled: its stand-in goes with it
  await untilStandIns([])
  const again = await load(...PLUG)
  await runTool('pactl', ['set-default-source', 'eight'], env)
  await evaluate()
  await untilStandIns([STAND_IN])
  await runTool('pactl', ['set-default-source', 'virtmic'], env)
  await evaluate()
  await untilStandIns([])
  wish.now = CHOSEN
  await evaluate()
  await untilStandIns([STAND_IN])
  devices.stop()
  await untilStandIns([])
  await evaluate() // behind the end nothing is begun
  await vi.waitFor(() => expect(descendantsOf(process.pid).filter((pid) => pid !== server.child.pid)).toEqual([]), PATIENT)
  await untilStandIns([])
  await unload(again)
  expect([unwished, wished, itself, asDefault]).toEqual([
    { microphone: 'Rig-Microphone', oneChannel },
    { microphone: 'Rig-Microphone', oneChannel },
    { microphone: LABEL, oneChannel },
    { microphone: LABEL, oneChannel },
  ])
})

test('what others unload is there again, and a sound server that gives its numbers to others loses nothing of theirs', async () => {
  const devices = pulseDevices('linux')
  const plug = await load(...PLUG)
  const evaluate = () => devices.read(() => CHOSEN)
  await evaluate()
  await untilStandIns([STAND_IN])
  const [first] = await standIns()
  await unload(String(first?.owner_module))
  await evaluate()
  await untilStandIns([STAND_IN])
  await server.stop()
  server = await startSound(folder, env)
  await evaluate()
  await load(...INTERFACE)
  await load(...PLUG)
  const others = await Promise.all(Array.from({ length: 6 }, (_, at) => load('module-null-sink', `sink_name=other${String(at)}`)))
  await evaluate()
  await untilStandIns([STAND_IN])
  devices.stop()
  await untilStandIns([])
  const left = (await sources()).map(({ name }) => name).filter((name) => name.startsWith('other')).length
  await unload('module-remap-source').catch(() => plug)
  expect(left).toBe(others.length)
})

const HOLDER = `import { pulseDevices } from '${join(import.meta.dirname, '../../../src/main/sound/adapters/pulse-devices.ts')}'
  await pulseDevices('linux').read(() => (${JSON.stringify(CHOSEN)}))
  setInterval(() => undefined, 1_000)`

test('whoever holds it is killed: it is unloaded; the shell is killed, too: the next run clears it away', async () => {
  await load(...PLUG)
  const begin = () => startPart(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', HOLDER], env, 'ignore')
  const kill = async (part: Part) => {
    part.child.kill('SIGKILL')
    await exitCode(part)
  }
  const first = begin()
  await untilStandIns([STAND_IN])
  await kill(first)
  await untilStandIns([])
  const second = begin()
  await untilStandIns([STAND_IN])
  descendantsOf(second.child.pid ?? 0).forEach((pid) => process.kill(pid, 'SIGKILL'))
  await kill(second)
  await untilStandIns([STAND_IN])
  const next = new OneChannelSources()
  next.keep([], await sources())
  await untilStandIns([])
  next.stop()
})

test('on another system, or without the tool, nothing is begun', async () => {
  const unknown = { microphone: null, speaker: null, bluetooth: [], oneChannel: [] }
  const elsewhere = await pulseDevices('darwin').read(() => CHOSEN)
  vi.stubEnv('PATH', join(folder, 'empty'))
  const without = await pulseDevices('linux').read(() => CHOSEN)
  vi.stubEnv('PATH', env['PATH'] ?? '')
  expect([elsewhere, without]).toEqual([unknown, unknown])
})
