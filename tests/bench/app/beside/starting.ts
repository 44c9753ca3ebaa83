import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { startPart } from '../../../../scripts/rig/part'
import type { Rig } from '../../../e2e/support/sound/rig'
import { type Start, startProgram } from './program'

const WITHIN_MS = 30_000
const LOOK_MS = 4
/** `dbus-monitor` is listening. */
const LISTENING_MS = 300
/** Whom every icon in the tray looks for first. */
const TRAY = 'org.kde.StatusNotifierWatcher'

export interface Starting {
  readonly trayMs: number
  readonly readyMs: number
}

/** From the start of the process until it has an icon in the tray, seen on the bus, and until it says that it has started. */
export async function measureStart(rig: Rig, start: Start): Promise<Starting> {
  const marks = join(mkdtempSync(join(rig.folder, 'bench-trace-')), 'trace', 'marks.jsonl')
  const bus = startPart('dbus-monitor', ['--session', "member='NameHasOwner'"], rig.env, ['ignore', 'pipe', 'ignore'])
  let heard = ''
  bus.child.stdout?.on('data', (chunk: Buffer) => { heard += chunk.toString() })
  await delay(LISTENING_MS)
  const began = performance.now()
  const program = await startProgram(rig, { ...start, args: [...(start.args ?? []), `--trace-dir=${join(marks, '..')}`] })
  try {
    const tray = untilMs(began, () => heard.includes(TRAY))
    const ready = untilMs(began, () => existsSync(marks) && readFileSync(marks, 'utf8').includes('"started"'))
    const [trayMs, readyMs] = await Promise.all([tray, ready])
    return { trayMs, readyMs }
  } finally {
    await program.stop()
    await bus.stop()
  }
}

async function untilMs(began: number, isSo: () => boolean): Promise<number> {
  while (!isSo()) {
    if (performance.now() - began > WITHIN_MS) throw new Error('It did not start.')
    await delay(LOOK_MS)
  }
  return performance.now() - began
}
