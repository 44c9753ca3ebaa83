import { chmodSync, lstatSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, test } from 'vitest'
import { startApp } from '../support/app/app'
import { eventually } from '../support/app/eventually'
import { goodTurn, prepareSpeech } from '../support/app/outcome'
import { startRig, type Rig } from '../support/sound/rig'

let rig: Rig
beforeAll(async () => {
  rig = await startRig()
  await prepareSpeech(rig)
})
afterAll(async () => { await rig.stop() })

const OTHERS = 0o077
/** Chromium's lock is a link, which has no modes of its own. */
function modeOf(path: string): number {
  const found = lstatSync(path, { throwIfNoEntry: false })
  return found === undefined || found.isSymbolicLink() ? 0 : found.mode
}
const openIn = (folder: string) => [folder, ...readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name))].filter((path) => (modeOf(path) & OTHERS) !== 0)

test('after a start over open folders and a spoken turn, nobody else can read a file of ours or of the trace', async () => {
  const userData = join(rig.folder, 'open')
  mkdirSync(join(userData, 'history', 'audio', '1'), { recursive: true })
  for (const name of ['history', 'history/audio', 'history/audio/1', '.']) chmodSync(join(userData, name), 0o755)
  for (const name of ['settings.damaged-2026-03-01.json', 'history/audio/1/1-1.flac']) writeFileSync(join(userData, name), 'old', { mode: 0o644 })
  const app = await startApp(rig, { userData })
  await goodTurn(rig, app)
  await eventually(() => [...openIn(userData), ...openIn(app.trace.folder)]).toEqual([])
  await app.close()
})
