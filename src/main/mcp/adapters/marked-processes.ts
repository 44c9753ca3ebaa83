import { readdirSync, readFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'

/** Stands in the environment of each server that we start, and so of all that it starts: a number of a process can be another's later. */
export const MARK_VARIABLE = 'PARLEY_SERVER'

/** Those that carry a mark; only Linux tells. */
export async function markedProcesses(mark: string): Promise<readonly number[]> {
  if (process.platform !== 'linux') return []
  const wanted = Buffer.from(`${MARK_VARIABLE}=${mark}\0`)
  const found: number[] = []
  for (const name of await readdir('/proc')) if (/^\d+$/.test(name) && (await environmentOf(name)).includes(wanted)) found.push(Number(name))
  return found
}

/** Of another person's process nothing is told, and of one that has ended nothing is left. */
async function environmentOf(pid: string): Promise<Buffer> {
  try {
    return await readFile(`/proc/${pid}/environ`)
  } catch {
    return Buffer.alloc(0)
  }
}

const holdsOne = (environment: Buffer, wanted: readonly Buffer[]): boolean => wanted.some((mark) => environment.includes(mark))

/** The same when there is no time to wait for anything. */
export function markedProcessesNow(marks: readonly string[]): readonly number[] {
  if (process.platform !== 'linux' || marks.length === 0) return []
  const wanted = marks.map((mark) => Buffer.from(`${MARK_VARIABLE}=${mark}\0`))
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).filter((pid) => holdsOne(environmentNow(pid), wanted)).map(Number)
}

function environmentNow(pid: string): Buffer {
  try {
    return readFileSync(`/proc/${pid}/environ`)
  } catch {
    return Buffer.alloc(0)
  }
}
