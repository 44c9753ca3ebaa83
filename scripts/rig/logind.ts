import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { firstLine, runTool, startPart, until, type Part, type RigEnv } from './part'

/** The login manager's part in a computer that sleeps and locks, played on a system bus of the rig's own. */
export interface Logind {
  /** Announces the sleep, as before a real one. Electron tells it twice (33.4): once from Chromium, once by itself. */
  readonly suspend: () => Promise<void>
  readonly resume: () => Promise<void>
  /** Signals of the session. Electron's `lock-screen` does not listen to them on Linux (electron#38088); other programs do. */
  readonly lock: () => Promise<void>
  readonly unlock: () => Promise<void>
  /** Who asks to be waited for before sleep or shutdown, one text per inhibitor. Holds `sleep` once Electron listens. */
  readonly inhibitors: () => Promise<string>
}

const NAME = 'org.freedesktop.login1'
const ROOT = '/org/freedesktop/login1'
const SESSION = 'c1'
/** Debian's own: its modules are installed for no other Python. */
const PYTHON = '/usr/bin/python3'

/** Everybody may do everything: there is nobody else on it. */
const busConfig = (socket: string) => `<busconfig>
  <type>system</type>
  <listen>unix:path=${socket}</listen>
  <policy context="default"><allow user="*"/><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>
`

/** A system bus of the rig's own: nothing is read from the machine's, and nothing on it can be disturbed. */
export async function startSystemBus(folder: string, env: RigEnv): Promise<{ readonly part: Part; readonly address: string }> {
  const config = join(folder, 'system-bus.conf')
  await writeFile(config, busConfig(join(folder, 'system-bus')))
  const part = startPart('dbus-daemon', [`--config-file=${config}`, '--nofork', '--print-address'], env)
  return { part, address: await firstLine(part, 1) }
}

/** Only ever on the rig's own bus: without its address the tool would speak to the machine's, and lock a real screen. */
const call = async (env: RigEnv, path: string, method: string, ...args: readonly string[]): Promise<string> => {
  if (env['DBUS_SYSTEM_BUS_ADDRESS'] === undefined) throw new Error('The rig: it was started with no login manager.')
  return runTool('gdbus', ['call', '--system', '--dest', NAME, '--object-path', path, '--method', method, ...args], env)
}

/** `env` names the bus. */
export async function startLogind(env: RigEnv): Promise<Part> {
  const part = startPart(PYTHON, ['-m', 'dbusmock', '--system', '--template', 'logind'], env, ['ignore', 'ignore', 'pipe'])
  await until(part, 'login manager', () => call(env, ROOT, `${NAME}.Manager.CanSuspend`).then(() => true, () => false))
  await call(env, ROOT, 'org.freedesktop.DBus.Mock.AddSession', SESSION, 'seat0', String(process.getuid?.() ?? 0), 'rig', 'true')
  return part
}

export function logindOf(env: RigEnv): Logind {
  const prepareForSleep = async (starts: boolean) => {
    await call(env, ROOT, 'org.freedesktop.DBus.Mock.EmitSignal', `${NAME}.Manager`, 'PrepareForSleep', 'b', `[<${String(starts)}>]`)
  }
  const session = (verb: 'Lock' | 'Unlock') => async () => { await call(env, `${ROOT}/session/${SESSION}`, `${NAME}.Session.${verb}`) }
  return {
    suspend: () => prepareForSleep(true),
    resume: () => prepareForSleep(false),
    lock: session('Lock'),
    unlock: session('Unlock'),
    inhibitors: () => call(env, ROOT, `${NAME}.Manager.ListInhibitors`),
  }
}
