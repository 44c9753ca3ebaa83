import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { killGroupNow } from './process-group'

const PATIENCE_MS = 5_000
const MAX_CHARS = 65_536

/**
 * The `PATH` of a login shell, as a terminal would have it; null where it does not say in time. What the person's own files print stands
 * before the first mark or behind the second.
 */
export function loginShellPath(shell: string, patienceMs = PATIENCE_MS): Promise<string | null> {
  const mark = randomUUID()
  return new Promise((answered) => {
    const child = spawn(shell, ['-ilc', `printf %s ${mark}; printenv PATH; printf %s ${mark}`], {
      stdio: ['ignore', 'pipe', 'ignore'],
      detached: true, // whatever its files start ends with it
      env: { ...process.env, DISABLE_AUTO_UPDATE: 'true' },
    })
    let said = ''
    let timer: NodeJS.Timeout | null = null
    const end = (): void => {
      if (timer !== null) clearTimeout(timer)
      if (child.pid !== undefined) killGroupNow(child.pid)
      answered(between(said, mark))
    }
    timer = setTimeout(end, patienceMs)
    child.stdout.on('data', (piece: Buffer) => {
      said = (said + piece.toString('utf8')).slice(-MAX_CHARS)
      if (between(said, mark) !== null) end()
    })
    child.on('error', end)
    child.on('close', end)
  })
}

function between(text: string, mark: string): string | null {
  const [, found, behind] = text.split(mark)
  const path = behind === undefined ? '' : (found ?? '').trim()
  return path === '' ? null : path
}
