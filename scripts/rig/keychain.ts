import { copyFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { firstLine, runTool, startPart, until, type Part, type RigEnv } from './part'

/** `locked`: it answers, but nothing can be written. `none`: a session without any keychain. */
export type KeychainState = 'unlocked' | 'locked' | 'none'

const SERVICE = 'org.freedesktop.secrets'
const ROOT = '/org/freedesktop/secrets'
const KEYRING = `${ROOT}/collection/login`
const ASK = ['--session', '--print-reply']

/** No service folders: otherwise the bus would start the system's own keyring (and portals) as soon as somebody asks for them. */
const busConfig = (socket: string) => `<busconfig>
  <type>session</type>
  <listen>unix:path=${socket}</listen>
  <policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>
`

export async function startSessionBus(folder: string, env: RigEnv): Promise<{ readonly part: Part; readonly address: string }> {
  const config = join(folder, 'bus.conf')
  await writeFile(config, busConfig(join(folder, 'bus')))
  const part = startPart('dbus-daemon', [`--config-file=${config}`, '--nofork', '--print-address'], env)
  return { part, address: await firstLine(part, 1) }
}

/** Whether the keyring is there, and locked or not. */
const hasKeyring = (locked: boolean, env: RigEnv): Promise<boolean> => {
  const question = ['org.freedesktop.DBus.Properties.Get', 'string:org.freedesktop.Secret.Collection', 'string:Locked']
  return runTool('dbus-send', [...ASK, `--dest=${SERVICE}`, KEYRING, ...question], env)
    .then((reply) => reply.endsWith(`boolean ${String(locked)}`), () => false)
}

/**
 * The Secret Service of GNOME, its files inside the rig's own home. Run from a copy: the installed binary asks for a capability
 * (locked memory) that many containers cannot give, and then does not start at all; a copy does not ask.
 */
export async function startKeychain(state: 'unlocked' | 'locked', folder: string, env: RigEnv): Promise<Part> {
  const daemon = join(folder, 'gnome-keyring-daemon')
  await copyFile('/usr/bin/gnome-keyring-daemon', daemon)
  const part = startPart(daemon, ['--foreground', '--components=secrets', '--unlock'], env, ['pipe', 'ignore', 'pipe'])
  part.child.stdin?.end('rig')
  await until(part, 'keychain', () => hasKeyring(false, env))
  if (state === 'locked') {
    await runTool('dbus-send', [...ASK, `--dest=${SERVICE}`, ROOT, 'org.freedesktop.Secret.Service.Lock', `array:objpath:${KEYRING}`], env)
    await until(part, 'locked keychain', () => hasKeyring(true, env))
  }
  return part
}
