import { setTimeout as delay } from 'node:timers/promises'
import type { Rig } from '../../../e2e/support/sound/rig'
import { memoryOf, msOf, spentSince, threadTimes, treeOf } from './processes'
import { type Start, startProgram } from './program'

const SETTLED_MS = 15_000
const SPAN_MS = 30_000

export interface Idle {
  /** Of one core, in percent, all processes. */
  readonly cpuPercent: number
  readonly residentMib: number
  readonly proportionalMib: number
  readonly mainResidentMib: number
}

/** What it takes while nothing happens. */
export async function measureIdle(rig: Rig, start: Start): Promise<Idle> {
  const program = await startProgram(rig, start)
  try {
    await delay(SETTLED_MS)
    const pids = treeOf(program.pid)
    const before = threadTimes(pids)
    await delay(SPAN_MS)
    const cpuPercent = (msOf(spentSince(before, threadTimes(pids))) / SPAN_MS) * 100
    const { resident, proportional } = memoryOf(pids)
    return { cpuPercent, residentMib: resident, proportionalMib: proportional, mainResidentMib: memoryOf([program.pid]).resident }
  } finally {
    await program.stop()
  }
}
