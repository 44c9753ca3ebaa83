import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { systemTimers } from '../../../platform/adapters/system-timers'
import { Deadline } from '../../../platform/deadline'
import { killGroupNow } from './process-group'

const PATIENCE_MS = 5_000
const MAX_CHARS = 65_536

/**
 * The `PATH` of a login shell, as a terminal would have it; null where it does not say in time. What the person's own files print stands
 * before the first mark or behind the second.
 */
export async function loginShellPath(shell: string, patienceMs = PATIENCE_MS): Promise<string | null> {
  const mark = randomUUID()
  const child = spawn(shell, ['-ilc', `printf %s ${mark}; printenv PATH; printf %s ${mark}`], {
    stdio: ['ignore', 'pipe', 'ignore'],
    detached: true, // whatever its files start ends with it
    env: { ...process.env, DISABLE_AUTO_UPDATE: 'true' },
  })
  let said = ''
  await new Promise<void>((over) => {
    const tooLong = new Deadline(systemTimers, over)
    tooLong.start(patienceMs)
    const end = (): void => {
      tooLong.stop()
      over()
    }
    child.stdout.on('data', (piece: Buffer) => {
      said = (said + piece.toString('utf8')).slice(-MAX_CHARS)
      if (between(said, mark) !== null) end()
    })
    child.on('error', end)
    child.on('close', end)
  })
  if (child.pid !== undefined) killGroupNow(child.pid)
  return between(said, mark)
}

function between(text: string, mark: string): string | null {
  const [, found, behind] = text.split(mark)
  const path = behind === undefined ? '' : (found ?? '').trim()
  return path === '' ? null : path
}
