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
