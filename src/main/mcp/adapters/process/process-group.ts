import { execFile } from 'node:child_process'
import { setTimeout as passed } from 'node:timers/promises'
import { markedProcesses, markedProcessesNow } from '../marked-processes'

/** A server that is told to end has so long at each step before it is told more plainly. */
const STEP_MS = 500
const LOOK_MS = 20
const IS_WINDOWS = process.platform === 'win32'

/** No such group, or none of ours. */
function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(-pid, name)
  } catch {
    return false
  }
}

/** At once, when there is no time to wait for anything. */
export function killGroupNow(pid: number): void {
  if (!IS_WINDOWS) signal(pid, 'SIGKILL')
}

/** The same with what has left its group. */
export function killAllNow(written: readonly { readonly pid: number; readonly mark: string }[]): void {
  written.forEach(({ pid }) => killGroupNow(pid))
  markedProcessesNow(written.map(({ mark }) => mark)).forEach(kill)
}

async function isGone(pid: number): Promise<boolean> {
  for (let waited = 0; waited < STEP_MS; waited += LOOK_MS) {
    if (!signal(pid, 0)) return true
    await passed(LOOK_MS)
  }
  return !signal(pid, 0)
}

/** `/T` takes what it has started, too. */
const endTree = (pid: number): Promise<void> => new Promise((done) => void execFile('taskkill', ['/PID', String(pid), '/T', '/F'], { windowsHide: true }, () => done()))

/**
 * Ends a server with everything it has started. Its input is at its end already; a wrapper that goes by that may leave the real server
 * behind, so it is the group that has to be gone. What has left the group is found by its mark.
 */
export async function endGroup(pid: number, mark: string, hasEnded: () => boolean): Promise<void> {
  if (IS_WINDOWS) return hasEnded() ? undefined : endTree(pid)
  for (const name of ['SIGTERM', 'SIGKILL'] as const) {
    if (await isGone(pid)) break
    signal(pid, name)
  }
  await isGone(pid)
  for (const left of await markedProcesses(mark)) kill(left)
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // it has ended by itself
  }
}
