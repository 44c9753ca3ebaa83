import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { descendantsOf } from '../../../e2e/support/app/processes'

const MIB_KB = 1_024

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)

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

/** `renderer`, `gpu-process`, …; main has no kind. */
export const kindOf = (pid: number): string => /--type=([\w-]+)/.exec(textOf(pid, 'cmdline'))?.[1] ?? 'main'

const threadsOf = (pid: number): readonly number[] => (existsSync(`/proc/${String(pid)}/task`) ? readdirSync(`/proc/${String(pid)}/task`).map(Number) : [])

export interface ThreadTime {
  readonly process: number
  /** The main thread has the number of its process. */
  readonly thread: number
  readonly ms: number
}

const NANOSECONDS = 1e6

/** Time on a processor so far: `stat` counts whole ticks of 10 ms only, which is more than some threads have in a minute. */
export const threadTimes = (pids: readonly number[]): readonly ThreadTime[] =>
  pids.flatMap((process) => threadsOf(process).map((thread) => ({ process, thread, ms: Number(textOf(process, `task/${String(thread)}/schedstat`).split(' ')[0]) / NANOSECONDS })))

/** A thread that has ended since takes its time with it. */
export function spentSince(before: readonly ThreadTime[], now: readonly ThreadTime[]): readonly ThreadTime[] {
  const then = new Map(before.map(({ thread, ms }) => [thread, ms]))
  return now.map((each) => ({ ...each, ms: each.ms - (then.get(each.thread) ?? 0) }))
}

export const msOf = (times: readonly ThreadTime[]): number => sum(times.map(({ ms }) => ms))

const kilobytes = (text: string, name: string): number => Number(new RegExp(`^${name}:\\s*(\\d+) kB`, 'm').exec(text)?.[1] ?? 0)

/** In MiB. Resident counts what processes share once for each of them, proportional once in all. */
export function memoryOf(pids: readonly number[]): { readonly resident: number; readonly proportional: number } {
  const rollups = pids.map((pid) => textOf(pid, 'smaps_rollup'))
  const total = (name: string) => sum(rollups.map((text) => kilobytes(text, name))) / MIB_KB
  return { resident: total('Rss'), proportional: total('Pss') }
}
