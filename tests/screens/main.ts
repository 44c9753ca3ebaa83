import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureBuilt } from '../../scripts/lib/app-build.mjs'
import { startRig, type Rig } from '../e2e/support/sound/rig'
import { CARD_SCENES } from './card-scenes'
import { FIRST_RUN_SCENES } from './first-run-scenes'
import { HISTORY_SCENES, LEDGER_SCENES } from './history-scenes'
import { KNOWLEDGE_SCENES } from './knowledge-scenes'
import { PANEL_SCENES } from './panel-scenes'
import { PILL_SCENES } from './pill-scenes'
import { SETTINGS_SCENES } from './settings-scenes'
import { SERVER_SCENES } from './server-scenes'
import { TOOL_SCENES } from './tool-scenes'
import { TROUBLE_SCENES } from './trouble-scenes'
import { takeAll, type Taken } from './shoot'
import { setStage, type Scene } from './stage'

const USAGE = `Takes pictures of every screen and state of the real app, light and dark, at 100 % and 200 %.
  --out DIR    where the pictures go (screens)
  --only TEXT  only scenes whose name contains it`

const SCENES: readonly Scene[] = [...FIRST_RUN_SCENES, ...HISTORY_SCENES, ...PANEL_SCENES, ...PILL_SCENES, ...SETTINGS_SCENES, ...LEDGER_SCENES, ...CARD_SCENES, ...TOOL_SCENES, ...KNOWLEDGE_SCENES, ...SERVER_SCENES, ...TROUBLE_SCENES]
const ZOOMS = [1, 2] as const

const { values } = parseArgs({ options: { out: { type: 'string', default: 'screens' }, only: { type: 'string', default: '' }, help: { type: 'boolean', default: false } } })
if (values.help) console.log(USAGE)
else process.exitCode = await screens(resolve(values.out), SCENES.filter(({ name }) => name.includes(values.only)))

async function screens(folder: string, scenes: readonly Scene[]): Promise<number> {
  mkdirSync(folder, { recursive: true })
  await ensureBuilt()
  const rig = await startRig()
  try {
    const taken: Taken[] = []
    for (const zoom of ZOOMS) taken.push(await atZoom(rig, folder, scenes, zoom))
    return report(taken)
  } finally {
    await rig.stop()
  }
}

async function atZoom(rig: Rig, folder: string, scenes: readonly Scene[], zoom: number): Promise<Taken> {
  const stage = await setStage(rig, zoom)
  try {
    return await takeAll(stage, scenes, folder)
  } finally {
    await stage.stop()
  }
}

function report(taken: readonly Taken[]): number {
  const failed = taken.flatMap((each) => each.failed)
  for (const { scene, why } of failed) console.log(`${scene}: ${why}`)
  console.log(`${String(taken.reduce((sum, { pictures }) => sum + pictures, 0))} pictures, ${String(failed.length)} scenes failed`)
  return failed.length === 0 ? 0 : 1
}
