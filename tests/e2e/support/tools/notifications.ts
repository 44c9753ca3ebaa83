import { runTool, startPart, until } from '../../../../scripts/rig/part'
import type { Rig } from '../sound/rig'

const NAME = 'org.freedesktop.Notifications'
const PATH = '/org/freedesktop/Notifications'

/** What a desktop shows beside all windows, played on the rig's own session bus. */
export interface Notifications {
  /** Everything it was asked, one line a call. */
  calls(): Promise<string>
  stop(): Promise<void>
}

export async function startNotifications({ env }: Rig): Promise<Notifications> {
  const part = startPart('/usr/bin/python3', ['-m', 'dbusmock', '--session', '--template', 'notification_daemon'], env, ['ignore', 'ignore', 'pipe'])
  const calls = () => runTool('gdbus', ['call', '--session', '--dest', NAME, '--object-path', PATH, '--method', 'org.freedesktop.DBus.Mock.GetCalls'], env)
  await until(part, 'notification daemon', () => calls().then(() => true, () => false))
  return { calls, stop: () => part.stop() }
}
