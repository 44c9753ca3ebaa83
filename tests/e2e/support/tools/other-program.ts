import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { findElectronRuntime, sandboxSwitches } from '../../../../scripts/lib/electron-runtime.mjs'
import { eventually } from '../app/eventually'
import type { Rig } from '../sound/rig'

const FIXTURE = join(import.meta.dirname, '..', '..', 'fixtures', 'typing-app')

const START_MS = 15_000

/** A program of somebody else's with a text field. */
export interface OtherProgram {
  takeFocus(): Promise<void>
  /** What its text field has held, one state after the other. */
  readonly texts: readonly string[]
  close(): Promise<void>
}

/** `menu`: its menu bar is always there, or comes with Alt. */
export async function startOtherProgram(rig: Rig, menu: 'shown' | 'hidden'): Promise<OtherProgram> {
  const { executable } = await findElectronRuntime({ say: () => undefined })
  const folder = join(rig.folder, 'other-program')
  const child = spawn(executable, [...sandboxSwitches(), `--user-data-dir=${folder}`, FIXTURE, ...(menu === 'hidden' ? ['--hide-menu'] : [])], { env: rig.env, stdio: ['pipe', 'pipe', 'ignore'] })
  const texts: string[] = []
  let ready = false
  let focused = 0
  createInterface({ input: child.stdout }).on('line', (line) => {
    const fact = JSON.parse(line) as { readonly ready?: true; readonly focused?: boolean; readonly text?: string }
    if (fact.ready === true) ready = true
    if (fact.focused === true) focused += 1
    if (fact.text !== undefined) texts.push(fact.text)
  })
  await eventually(() => ready, START_MS).toBe(true)
  return {
    texts,
    takeFocus: async () => {
      const before = focused
      child.stdin.write('focus\n')
      await eventually(() => focused).toBe(before + 1)
    },
    close: async () => {
      const gone = once(child, 'exit')
      child.stdin.end()
      await gone
    },
  }
}
