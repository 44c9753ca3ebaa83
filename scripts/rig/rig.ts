import { rmSync } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { frameBuffer, keyboard, startDisplay } from './display'
import { startKeychain, startSessionBus, type KeychainState } from './keychain'
import { logindOf, startLogind, startSystemBus, type Logind } from './logind'
import type { Part, RigEnv } from './part'
import { screenshot } from './screenshot'
import { plugMicrophone, recordSpeaker, startSound, startSpeaking, unplugMicrophone, type Recording, type Speech } from './sound'

export type { KeychainState, Logind, Recording, RigEnv, Speech }

export interface RigOptions {
  /** Default: `unlocked`. */
  readonly keychain?: KeychainState
  /** Whether there is a login manager that can announce sleep. Default: false, so that nothing answers on the system bus. */
  readonly logind?: boolean
}

/** A whole private desktop: screen, keyboard, keychain, microphone, loudspeaker, home. Nothing of the user's is read or written. */
export interface Rig {
  /** The complete environment for a program inside the rig. */
  readonly env: RigEnv
  /** An empty folder that goes away with the rig: for recordings, user data, screenshots. */
  readonly folder: string
  readonly keyDown: (name: string) => Promise<void>
  readonly keyUp: (name: string) => Promise<void>
  /** Presses and lets go: `Escape`, `ctrl+alt+h`. */
  readonly tapKeys: (chord: string) => Promise<void>
  /** Speaks a sound file to its end. */
  readonly speak: (wav: string) => Promise<void>
  /** The same without waiting. */
  readonly startSpeaking: (wav: string) => Speech
  readonly recordSpeaker: (outWav: string) => Promise<Recording>
  readonly plugMicrophone: () => Promise<void>
  readonly unplugMicrophone: () => Promise<void>
  readonly screenshot: (outPng: string) => Promise<void>
  /** Only in a rig that was started with `logind`. */
  readonly logind: Logind
  readonly stop: () => Promise<void>
}

/** Starts a rig. Every part answers when this resolves; several rigs run side by side. */
export async function startRig({ keychain = 'unlocked', logind = false }: RigOptions = {}): Promise<Rig> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-rig-'))
  const parts: Part[] = []
  const forget = () => { rmSync(folder, { recursive: true, force: true }) }
  process.once('exit', forget)
  const stop = async () => {
    await Promise.all(parts.map((part) => part.stop()))
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
    process.off('exit', forget)
  }
  try {
    const keep = (part: Part) => { parts.push(part) }
    const env = await startParts(folder, keychain, keep)
    return rigAround(folder, logind ? await withLogind(env, keep) : env, stop)
  } catch (error) {
    await stop()
    throw error
  }
}

async function startParts(folder: string, keychain: KeychainState, keep: (part: Part) => void): Promise<RigEnv> {
  const base = await homeEnv(folder)
  const run = base['XDG_RUNTIME_DIR'] ?? folder
  const starting = [startDisplay(run, base), startSessionBus(run, base), startSound(run, base)] as const
  // One that fails must not leave the others running unseen.
  const settled = await Promise.allSettled(starting)
  for (const result of settled) if (result.status === 'fulfilled') keep('part' in result.value ? result.value.part : result.value)
  const [display, bus] = await Promise.all(starting)
  const env = { ...base, DISPLAY: display.name, DBUS_SESSION_BUS_ADDRESS: bus.address }
  if (keychain !== 'none') keep(await startKeychain(keychain, run, env))
  return env
}

async function withLogind(base: RigEnv, keep: (part: Part) => void): Promise<RigEnv> {
  const bus = await startSystemBus(base['XDG_RUNTIME_DIR'] ?? base['HOME'] ?? '', base)
  keep(bus.part)
  const env = { ...base, DBUS_SYSTEM_BUS_ADDRESS: bus.address }
  keep(await startLogind(env))
  return env
}

function rigAround(folder: string, env: RigEnv, stop: () => Promise<void>): Rig {
  return {
    env,
    folder,
    ...keyboard(env),
    speak: (wav) => startSpeaking(wav, env).done,
    startSpeaking: (wav) => startSpeaking(wav, env),
    recordSpeaker: (outWav) => recordSpeaker(outWav, env),
    plugMicrophone: () => plugMicrophone(env),
    unplugMicrophone: () => unplugMicrophone(env),
    screenshot: (outPng) => screenshot(frameBuffer(env['XDG_RUNTIME_DIR'] ?? folder), outPng),
    logind: logindOf(env),
    stop,
  }
}

/** An environment of its own rather than a changed copy: what the user's session sets must not leak in. */
async function homeEnv(folder: string): Promise<RigEnv> {
  const home = join(folder, 'home')
  const run = join(folder, 'run')
  await mkdir(home)
  await mkdir(run, { mode: 0o700 })
  return {
    PATH: process.env['PATH'] ?? '',
    LANG: 'C.UTF-8',
    TMPDIR: tmpdir(),
    HOME: home,
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_DATA_HOME: join(home, '.local', 'share'),
    XDG_CACHE_HOME: join(home, '.cache'),
    XDG_STATE_HOME: join(home, '.local', 'state'),
    XDG_RUNTIME_DIR: run,
    XDG_SESSION_TYPE: 'x11',
    XDG_CURRENT_DESKTOP: 'GNOME',
    PULSE_SERVER: `unix:${join(run, 'pulse.sock')}`,
    NO_AT_BRIDGE: '1',
  }
}
