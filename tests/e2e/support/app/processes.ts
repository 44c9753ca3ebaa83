import { readdirSync, readFileSync, openSync, readSync, closeSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

const CHUNK_BYTES = 4 * 1024 * 1024
/** V8 reserves address space by the gigabyte; what is in use is far smaller. */
const LARGEST_REGION_BYTES = 512 * 1024 * 1024

const pids = (): number[] => readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number)

/** A file of /proc, or nothing when the process is gone or not ours to read. */
const procFile = (pid: number, name: string): string => {
  try {
    return readFileSync(`/proc/${String(pid)}/${name}`, 'latin1')
  } catch {
    return ''
  }
}

const parentOf = (pid: number): number => Number(/^PPid:\s*(\d+)$/m.exec(procFile(pid, 'status'))?.[1] ?? 0)

/** Neither gone nor only waiting for somebody to ask how it ended. */
export const isAlive = (pid: number): boolean => /^State:\s*[^ZX\s]/m.test(procFile(pid, 'status'))

/** All processes below this one. */
export function descendantsOf(root: number): number[] {
  const parents = new Map(pids().map((pid) => [pid, parentOf(pid)]))
  const isBelow = (pid: number): boolean => {
    const parent = parents.get(pid) ?? 0
    return parent === root || (parent > 1 && isBelow(parent))
  }
  return [...parents.keys()].filter(isBelow)
}

/**
 * What `ps` and its like can show of a process. Chromium writes its title over the environment, so that of an environment only the memory
 * itself tells.
 */
export const showsInProc = (pid: number, text: string): boolean => ['environ', 'cmdline'].some((name) => procFile(pid, name).includes(text))

/** Both ways V8 keeps a string. */
const encodings = (text: string): Buffer[] => [Buffer.from(text, 'latin1'), Buffer.from(text, 'utf16le')]

/** Looks through the whole memory a process can write to. */
export function holdsInMemory(pid: number, text: string): boolean {
  const regions = [...procFile(pid, 'maps').matchAll(/^([0-9a-f]+)-([0-9a-f]+) rw/gm)].map(([, from, to]) => [Number.parseInt(from ?? '0', 16), Number.parseInt(to ?? '0', 16)] as const)
  const memory = openMemory(pid)
  if (memory === null) return false
  try {
    return regions.some(([from, to]) => to - from <= LARGEST_REGION_BYTES && regionHolds(memory, from, to, encodings(text)))
  } finally {
    closeSync(memory)
  }
}

function openMemory(pid: number): number | null {
  try {
    return openSync(`/proc/${String(pid)}/mem`, 'r')
  } catch {
    return null // the process is gone; that the others can be read, a test shows with a text that is there
  }
}

function regionHolds(memory: number, from: number, to: number, needles: readonly Buffer[]): boolean {
  const overlap = Math.max(...needles.map((needle) => needle.length))
  const chunk = Buffer.alloc(CHUNK_BYTES + overlap)
  for (let at = from; at < to; at += CHUNK_BYTES) {
    const length = readAt(memory, chunk, Math.min(chunk.length, to - at), at)
    if (needles.some((needle) => chunk.subarray(0, length).includes(needle))) return true
  }
  return false
}

function readAt(memory: number, into: Buffer, length: number, at: number): number {
  try {
    return readSync(memory, into, 0, length, at)
  } catch {
    return 0 // device memory and guard pages cannot be read
  }
}

/** The files below a folder that contain the text. */
export async function filesWith(folder: string, text: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const found = await Promise.all(paths.map(async (path) => [path, await readFile(path).catch(() => Buffer.alloc(0))] as const))
  return found.filter(([, content]) => encodings(text).some((needle) => content.includes(needle))).map(([path]) => path)
}
