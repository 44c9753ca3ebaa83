import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../../../scripts/lib/paths.mjs'
import type { Rig } from '../../../e2e/support/sound/rig'
import type { Endpoint } from './endpoint'
import { type Start, startProgram } from './program'
import { measureTwoWay, type TwoWay, untilSo } from './two-way'

const userDataIn = (rig: Rig): string => `--user-data-dir=${mkdtempSync(join(rig.folder, 'bench-bare-'))}`

/** The yardstick for start, memory and idleness. */
export const bareTray = (rig: Rig): Start => ({
  root: join(import.meta.dirname, 'bare-tray'),
  args: [userDataIn(rig)],
  env: { BARE_ICON: join(ROOT, 'resources', 'tray', 'connecting-on-dark.png') },
})

/** The yardstick for the sound: the same frames both ways, and nothing else done with them. */
export async function bareTwoWay(rig: Rig, endpoint: Endpoint): Promise<TwoWay> {
  const env = { BARE_URL: endpoint.url, BARE_TOKEN: endpoint.token }
  const program = await startProgram(rig, { root: join(import.meta.dirname, 'bare-client'), args: [userDataIn(rig), '--inspect=0'], env })
  try {
    const inspector = await program.inspector()
    const isPlaying = () => inspector.value('globalThis.bareClient?.playing ?? false')
    await untilSo('a connection', isPlaying)
    return await measureTwoWay(program, inspector, endpoint, isPlaying)
  } finally {
    await program.stop()
  }
}
