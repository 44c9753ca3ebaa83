import { setTimeout as delay } from 'node:timers/promises'
import { findElectronRuntime, sandboxSwitches } from '../../../../scripts/lib/electron-runtime.mjs'
import { startPart } from '../../../../scripts/rig/part'
import type { Rig } from '../../../e2e/support/sound/rig'
import { type Inspector, inspect } from './inspector'

/** A program on Electron, with nobody attached to it unless that is asked for. */
export interface Program {
  readonly pid: number
  inspector(): Promise<Inspector>
  stop(): Promise<void>
}

export interface Start {
  /** The program's folder. */
  readonly root: string
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

const LISTENS_WITHIN_MS = 15_000
/** What is asked of a main process before its own modules are there fails, and may disturb it. */
const BOOTED_MS = 2_000
const ENDED_AFTER_MS = 1_000

/** The environment has no D-Bus service or key of the person's: it is the rig's. */
export async function startProgram(rig: Rig, { root, args = [], env = {} }: Start): Promise<Program> {
  const { executable } = await findElectronRuntime({ say: () => undefined })
  const part = startPart(executable, [...sandboxSwitches(), ...args, root], { ...rig.env, ...env }, ['ignore', 'ignore', 'pipe'])
  let said = ''
  part.child.stderr?.on('data', (chunk: Buffer) => { said = (said + chunk.toString()).slice(-20_000) })
  const inspector = async () => {
    for (const start = Date.now(); Date.now() - start < LISTENS_WITHIN_MS; await delay(20)) {
      const url = /Debugger listening on (ws:\S+)/.exec(said)?.[1]
      if (url === undefined) continue
      await delay(BOOTED_MS)
      return inspect(url)
    }
    throw new Error(`No inspector came up: ${said}`)
  }
  const stop = async () => {
    await part.stop()
    await delay(ENDED_AFTER_MS) // its children end behind it, and take time that belongs to nobody
  }
  return { pid: part.child.pid ?? 0, inspector, stop }
}
