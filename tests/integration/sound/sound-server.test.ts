import { existsSync, readFileSync } from 'node:fs'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { exitCode, type Part, type RigEnv, runTool, startPart } from '../../../scripts/rig/part'
import { startSound } from '../../../scripts/rig/sound'
import { pulseDucking } from '../../../src/main/sound/adapters/ducking-pulse'
import { pulseEvents } from '../../../src/main/sound/adapters/pulse-events'
import type { SoundServerListener } from '../../../src/main/sound/core/ports'
import { makeTone } from '../../e2e/support/sound/rig-speech'
import { descendantsOf, isAlive } from '../../e2e/support/app/processes'
import { silentLogger } from '../../fakes/fake-world'

/** A PulseAudio of our own, with the memory for the volumes of programs that every desktop gives it. */
const FULL = 65_536
const HALF = FULL / 2
const PATIENT = { timeout: 10_000, interval: 10 }

let folder: string
let env: RigEnv
let server: Part
let tone: string
const players: Part[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-sound-'))
  env = { PATH: process.env['PATH'] ?? '', HOME: folder, XDG_RUNTIME_DIR: folder, PULSE_SERVER: `unix:${folder}/native` }
  server = await startSound(folder, env)
  await runTool('pactl', ['load-module', 'module-stream-restore'], env)
  tone = join(folder, 'tone.wav')
  await makeTone(tone, { hz: 300, seconds: 60 })
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
})
afterEach(async () => {
  await Promise.all(players.splice(0).map((player) => player.stop()))
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await server.stop()
  await rm(folder, { recursive: true, force: true })
})

const play = (): void => void players.push(startPart('paplay', ['--device=spk', tone], env, 'ignore'))
const load = async (...module: string[]): Promise<string> => (await runTool('pactl', ['load-module', ...module], env)).trim()

async function volumes(): Promise<readonly number[]> {
  const listed: readonly { readonly volume: Readonly<Record<string, { readonly value: number }>> }[] = JSON.parse(await runTool('pactl', ['-f', 'json', 'list', 'sink-inputs'], env))
  return listed.map(({ volume }) => Object.values(volume)[0]?.value ?? -1)
}
const untilVolumes = (wanted: readonly number[]) => vi.waitFor(async () => expect(await volumes()).toEqual(wanted), PATIENT)

const heard = () => ({ streamBegan: vi.fn<SoundServerListener['streamBegan']>(), devicesChanged: vi.fn<SoundServerListener['devicesChanged']>() })

const nameOf = (pid: number): string => {
  try {
    return readFileSync(`/proc/${String(pid)}/comm`, 'utf8').trim()
  } catch {
    return '' // just gone
  }
}
/** Processes that this one has begun, and those that they have begun. */
const running = (name: string): readonly number[] => descendantsOf(process.pid).filter((pid) => nameOf(pid) === name)
const untilRunning = (name: string, count: number) => vi.waitFor(() => expect(running(name)).toHaveLength(count), PATIENT)

test('a program that begins to play, a device that comes or goes and another choice of the system are told as they happen', async () => {
  const listener = heard()
  const leave = pulseEvents('linux').listen(listener)
  await vi.waitFor(async () => {
    play()
    expect(listener.streamBegan).toHaveBeenCalledWith(expect.any(Number))
  }, { ...PATIENT, interval: 100 })
  expect(listener.devicesChanged).not.toHaveBeenCalled()
  const module = await load('module-null-sink', 'sink_name=headphones')
  await vi.waitFor(() => expect(listener.devicesChanged).toHaveBeenCalled(), PATIENT)
  listener.devicesChanged.mockClear()
  await runTool('pactl', ['set-default-sink', 'headphones'], env)
  await vi.waitFor(() => expect(listener.devicesChanged).toHaveBeenCalled(), PATIENT)
  listener.devicesChanged.mockClear()
  await runTool('pactl', ['unload-module', module], env)
  await vi.waitFor(() => expect(listener.devicesChanged).toHaveBeenCalled(), PATIENT)
  leave()
  await untilRunning('pactl', 0)
})

test('one that ends is begun again after a pause; where there is none, or on another system, nothing is begun at all', async () => {
  const log = join(folder, 'begun')
  await writeFile(join(folder, 'pactl'), `#!/bin/sh\necho begun >> ${log}\n`)
  await chmod(join(folder, 'pactl'), 0o755)
  const again = heard()
  const leaves = [
    pulseEvents('linux', { PATH: `${folder}:/usr/bin:/bin` }).listen(again),
    pulseEvents('linux', { PATH: join(folder, 'empty') }).listen(heard()),
    pulseEvents('darwin', { PATH: `${folder}:/usr/bin:/bin` }).listen(heard()),
  ]
  const begun = async () => (await readFile(log, 'utf8')).split('\n').filter((line) => line !== '').length
  await vi.waitFor(async () => expect(await begun()).toBe(2), PATIENT)
  expect(again.devicesChanged).toHaveBeenCalledTimes(1)
  leaves.forEach((leave) => leave())
  await untilRunning('sh', 0)
})

test('whoever holds it is killed: it ends, too', async () => {
  const script = `import { pulseEvents } from '${join(import.meta.dirname, '../../../src/main/sound/adapters/pulse-events.ts')}'
    pulseEvents('linux').listen({ streamBegan: () => undefined, devicesChanged: () => undefined })
    setInterval(() => undefined, 1_000)`
  const holder = startPart(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], env, 'ignore')
  await untilRunning('pactl', 1)
  const held = ['sh', 'pactl'].flatMap(running)
  holder.child.kill('SIGKILL')
  await exitCode(holder)
  await vi.waitFor(() => expect(held.filter(isAlive)).toEqual([]), PATIENT)
})

test('a program that begins to play when others are quiet is as quiet, whatever the server remembers of it, and each has its own volume back', async () => {
  const ducking = pulseDucking({ platform: 'linux', file: join(folder, 'lowered.json'), ourPids: () => [], logger: silentLogger })
  let steps = Promise.resolve()
  const streamBegan = vi.fn((stream: number) => { steps = steps.then(() => ducking.lowerToo(stream)) })
  play()
  await untilVolumes([FULL])
  await ducking.lower()
  const first = await volumes()
  const devicesChanged = vi.fn()
  const leave = pulseEvents('linux').listen({ streamBegan, devicesChanged })
  await vi.waitFor(async () => {
    await runTool('pactl', ['unload-module', await load('module-null-sink', 'sink_name=passing')], env)
    expect(devicesChanged).toHaveBeenCalled() // or nobody listens yet
  }, { ...PATIENT, interval: 100 })
  play() // the server remembers the program as quiet as its first stream is now
  play()
  await vi.waitFor(() => expect(streamBegan).toHaveBeenCalledTimes(2), PATIENT)
  await untilVolumes([HALF, HALF, HALF])
  leave()
  await steps
  await players.shift()?.stop()
  await ducking.restore()
  expect({ first, last: await volumes(), owed: existsSync(join(folder, 'lowered.json')) }).toEqual({ first: [HALF], last: [FULL, FULL], owed: false })
})

test('what cannot be written down is not lowered', async () => {
  const warn = vi.fn()
  const ducking = pulseDucking({ platform: 'linux', file: join(folder, 'nowhere', 'lowered.json'), ourPids: () => [], logger: { ...silentLogger, warn } })
  play()
  await untilVolumes([FULL])
  await ducking.lower()
  await ducking.restore()
  expect([await volumes(), warn.mock.calls.length]).toEqual([[FULL], 1])
})
