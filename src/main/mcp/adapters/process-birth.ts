import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'

const PATIENCE_MS = 5_000

/** When a process began, so that a number that has become another's is not taken for it; null: it is not there, or nobody says. */
export function birthOf(pid: number): Promise<string | null> {
  switch (process.platform) {
    case 'linux':
      return linuxBirth(pid)
    case 'win32':
      return asked('powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', `(Get-Process -Id ${String(pid)}).StartTime.ToFileTimeUtc()`])
    default:
      return asked('/bin/ps', ['-o', 'lstart=', '-p', String(pid)])
  }
}

function asked(command: string, args: readonly string[]): Promise<string | null> {
  return new Promise((answered) => {
    execFile(command, [...args], { timeout: PATIENCE_MS, windowsHide: true, env: { ...process.env, LC_ALL: 'C' } }, (failed, said) => {
      const text = said.trim()
      answered(failed !== null || text === '' ? null : text)
    })
  })
}

const FIELDS_BEFORE_START_TIME = 19

/** Ticks since this boot; the name, which may hold anything, stands in brackets before. */
async function linuxBirth(pid: number): Promise<string | null> {
  try {
    const [boot, stat] = await Promise.all([readFile('/proc/sys/kernel/random/boot_id', 'utf8'), readFile(`/proc/${String(pid)}/stat`, 'utf8')])
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[FIELDS_BEFORE_START_TIME]
    return ticks === undefined ? null : `${boot.trim()} ${ticks}`
  } catch {
    return null
  }
}
