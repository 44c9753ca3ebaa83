import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { descendantsOf } from '../../../e2e/support/app/processes'

const MIB_KB = 1_024

export const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)

/** With everything it has started. */
export const treeOf = (pid: number): readonly number[] => [pid, ...descendantsOf(pid)]

/** A process that has ended meanwhile has nothing more to tell. */
function textOf(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${String(pid)}/${file}`, 'latin1')
  } catch {
    return ''
  }
}

const threadsOf = (pid: number): readonly string[] => (existsSync(`/proc/${String(pid)}/task`) ? readdirSync(`/proc/${String(pid)}/task`) : [])

/** Time on a processor so far, of each thread: `stat` counts whole ticks of 10 ms only, which is more than some have in a minute. */
export type ThreadTimes = ReadonlyMap<string, number>

export const threadTimes = (pids: readonly number[]): ThreadTimes =>
  new Map(pids.flatMap((pid) => threadsOf(pid).map((thread) => [`${String(pid)}/${thread}`, Number(textOf(pid, `task/${thread}/schedstat`).split(' ')[0]) / 1e6] as const)))

/** In ms. A thread that has ended since takes its time with it. */
export const msSince = (before: ThreadTimes, now: ThreadTimes): number => sum([...now].map(([thread, ms]) => ms - (before.get(thread) ?? 0)))

const kilobytes = (text: string, name: string): number => Number(new RegExp(`^${name}:\\s*(\\d+) kB`, 'm').exec(text)?.[1] ?? 0)

/** In MiB. Resident counts what processes share once for each of them, proportional once in all. */
export function memoryOf(pids: readonly number[]): { readonly resident: number; readonly proportional: number } {
  const rollups = pids.map((pid) => textOf(pid, 'smaps_rollup'))
  const total = (name: string) => sum(rollups.map((text) => kilobytes(text, name))) / MIB_KB
  return { resident: total('Rss'), proportional: total('Pss') }
}
