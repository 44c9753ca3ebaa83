import { execFile } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import type { LeftProcesses } from '../core/ports'
import { markedProcesses } from './marked-processes'
import { birthOf } from './process-birth'
import { type WrittenProcess, WrittenProcessesSchema } from './written-process'

/**
 * Ends what an earlier run has left: it died before it could. Only what is certainly ours: on Linux what carries our mark, elsewhere
 * what began at the very moment that was written down. At once, since nobody is there any more whom it could serve.
 */
export const leftProcesses = (path: string): LeftProcesses => ({
  reap: async () => {
    const written = await readWritten(path)
    const counts = await Promise.all(written.map(end))
    await rm(path, { force: true })
    return counts.reduce((sum, count) => sum + count, 0)
  },
})

async function readWritten(path: string): Promise<readonly WrittenProcess[]> {
  try {
    const read = WrittenProcessesSchema.safeParse(JSON.parse(await readFile(path, 'utf8')))
    return read.success ? read.data : []
  } catch {
    return [] // there is none, or it is not ours
  }
}

function end(written: WrittenProcess): Promise<number> {
  return process.platform === 'linux' ? endMarked(written.mark) : endBorn(written)
}

async function endMarked(mark: string): Promise<number> {
  const left = await markedProcesses(mark)
  left.forEach((pid) => kill(pid))
  return left.length
}

async function endBorn({ pid, born }: WrittenProcess): Promise<number> {
  if (born === null || (await birthOf(pid)) !== born) return 0
  if (process.platform === 'win32') await new Promise<void>((done) => void execFile('taskkill', ['/PID', String(pid), '/T', '/F'], { windowsHide: true }, () => done()))
  else kill(-pid)
  return 1
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // it has ended meanwhile
  }
}
