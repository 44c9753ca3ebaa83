import { join } from 'node:path'
import { _electron } from 'playwright'
import { findElectronRuntime, sandboxSwitches } from '../../../../scripts/lib/electron-runtime.mjs'
import type { Rig } from '../sound/rig'

const FIXTURE = join(import.meta.dirname, '..', '..', 'fixtures', 'bare-app')

/** Somebody else's page, which does nothing but open the microphone. */
export interface BarePage {
  /** Opens it cold, with nothing done to its sound, and closes it again. In ms. */
  openMs(): Promise<number>
  close(): Promise<void>
}

export async function startBarePage(rig: Rig): Promise<BarePage> {
  const { executable } = await findElectronRuntime({ say: () => undefined })
  const electron = await _electron.launch({ executablePath: executable, args: [...sandboxSwitches(), `--user-data-dir=${join(rig.folder, 'bare')}`, FIXTURE], env: rig.env })
  const page = await electron.firstWindow()
  return {
    openMs: () =>
      page.evaluate(async () => {
        const start = performance.now()
        const stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1, echoCancellation: false, noiseSuppression: false, autoGainControl: false } })
        const took = performance.now() - start
        stream.getTracks().forEach((track) => track.stop())
        return took
      }),
    close: () => electron.close(),
  }
}
